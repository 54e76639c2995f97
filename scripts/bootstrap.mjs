// Makes node_modules match package-lock.json, whatever Node the machine has.
// Runs before `npm start` and `npm test`. No dependencies, Node >= 18. Silent when there is nothing to do.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
const want = createHash('sha256').update(`${process.platform}-${process.arch}\n${lock}`).digest('hex');
const stamp = join(root, 'node_modules', '.bootstrap'); // written only after a complete install by this script
const mutex = join(root, '.bootstrap.lock');
const shell = process.platform === 'win32'; // npm is npm.cmd there
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

if (read(stamp) !== want) {
  for (let told = false; ; told = true, await sleep(300)) {
    // `npm start` and `npm test` may run side by side
    try {
      writeFileSync(mutex, `${process.pid}`, { flag: 'wx' });
      break;
    } catch (e) {
      if (e.code !== 'EEXIST') throw e;
    }
    try {
      process.kill(Number(read(mutex)) || 1, 0);
    } catch (e) {
      if (e.code === 'ESRCH') {
        rmSync(mutex, { force: true });
        continue;
      }
    } // holder gone
    if (!told) console.log('[setup] another installation is running; waiting for it ...');
  }
  process.on('exit', () => rmSync(mutex, { force: true }));
  if (read(stamp) !== want) await install();
}

async function install() {
  const env = { ...process.env };
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 13)) {
    // below Hardhat 3's minimum npm silently leaves out its EVM
    const name = `node-${shell ? 'win' : process.platform}-${process.arch}`; // Node itself, as an npm package
    const version = JSON.parse(lock).packages[''].optionalDependencies?.[name];
    if (!version) stop(`Node 22.13 or newer is needed here (this is ${process.version}): https://nodejs.org`);
    console.log(`[setup] fetching Node ${version} (this is ${process.version}) ...`);
    const args = [
      'exec',
      '--yes',
      '--loglevel=error',
      `--package=${name}@${version}`,
      '--',
      'node',
      '-p',
      'process.execPath',
    ];
    const got = spawnSync('npm', args, { cwd: root, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    if (got.status !== 0) stop('npm could not fetch it; its messages are above.');
    env.PATH = dirname(got.stdout.trim()) + delimiter + env.PATH;
  }
  console.log('[setup] installing dependencies; this takes a minute or three ...');
  for (let attempt = 1; ; attempt++) {
    const args = ['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
    const npm = spawn('npm', args, { cwd: root, shell, env, stdio: 'inherit' });
    let ended = false; // Ctrl-C: wait until npm is gone, so that no half install goes on in the background
    for (const s of ['SIGINT', 'SIGTERM'])
      process.once(s, () => {
        ended = true;
        npm.kill('SIGTERM');
      });
    if ((await new Promise((done) => npm.once('exit', done))) === 0) return writeFileSync(stamp, want);
    if (ended || attempt === 2) stop('npm did not finish installing the dependencies; run the command again.');
    console.log('[setup] the installation failed; trying once more ...');
    await sleep(3000);
  }
}

function stop(message) {
  console.error(`\n[setup] ${message}\n`);
  process.exit(1);
}
