// Makes node_modules match package-lock.json, whatever Node the machine has; silent when there is nothing to do.
// The pre-script of every npm script that needs node_modules. Runs on Node >= 18, before anything is installed: no
// dependencies, no TypeScript.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockFile = join(root, 'package-lock.json');
/** npm's own record of what it put into node_modules; a later `npm install` that changes anything rewrites it. */
const installedFile = join(root, 'node_modules', '.package-lock.json');
/** Written only after a complete install by this script. */
const stampFile = join(root, 'node_modules', '.bootstrap');
/** Holds the process id of the installation under way. */
const mutexFile = join(root, '.bootstrap.lock');
const windows = process.platform === 'win32';

if (!isInstalled()) {
  await takeMutex();
  if (!isInstalled()) await install();
}

function isInstalled() {
  return read(stampFile) === fingerprint();
}

function fingerprint() {
  const platform = `${process.platform}-${process.arch}`;
  return createHash('sha256')
    .update([platform, read(lockFile), read(installedFile)].join('\n'))
    .digest('hex');
}

/** Waits for the other command when `npm start` and `npm test` were started side by side. */
async function takeMutex() {
  for (let told = false; !tryMutex(); await sleep(300)) {
    const holder = Number(read(mutexFile));
    if (holder === process.pid || (holder > 0 && !isAlive(holder))) {
      rmSync(mutexFile, { force: true });
    } else if (!told) {
      console.log('[setup] another installation is running; waiting for it ...');
      told = true;
    }
  }
  process.on('exit', () => rmSync(mutexFile, { force: true }));
}

function tryMutex() {
  try {
    writeFileSync(mutexFile, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

async function install() {
  const path = await pathWithNode();
  console.log('[setup] installing dependencies; this takes a minute or three ...');
  for (let attempt = 1; ; attempt++) {
    const { code } = await npm(['ci', '--no-audit', '--no-fund', '--no-update-notifier'], 'inherit', path);
    if (code === 0) return writeFileSync(stampFile, fingerprint());
    if (attempt === 2) stop('npm did not finish installing the dependencies; run the command again.');
    console.log('[setup] the installation failed; trying once more ...');
    await sleep(3000);
  }
}

/**
 * A Node that cannot run TypeScript is also below Hardhat's minimum: under it npm silently leaves out the EVM's native
 * package. Then the installation runs on the Node that the lock file pins as a package; npm puts the same one into
 * node_modules/.bin, where all npm scripts find it.
 */
async function pathWithNode() {
  if (process.features.typescript) return process.env.PATH;
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const version = JSON.parse(read(lockFile)).packages[''].optionalDependencies?.[name];
  if (!version) stop(`Node 22.18 or newer is needed here (this is ${process.version}): https://nodejs.org`);
  console.log(`[setup] fetching Node ${version} (this is ${process.version}) ...`);
  const ask = ['exec', '--yes', `--package=${name}@${version}`, '--', 'node', '-p', 'process.execPath'];
  const { code, output } = await npm(ask, 'pipe');
  if (code !== 0) stop('npm could not fetch it; its messages are above.');
  return dirname(output.trim()) + delimiter + process.env.PATH;
}

/**
 * Ctrl-C must leave no installation going on in the background. npm would finish most of it before it gives in, and half
 * an installation does no harm: without the stamp the next run replaces it.
 */
async function npm(args, stdout, path = process.env.PATH) {
  const child = spawn('npm', ['--loglevel=error', ...args], {
    cwd: root,
    env: { ...process.env, PATH: path },
    shell: windows, // npm is npm.cmd there
    stdio: ['ignore', stdout, 'inherit'],
  });
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    child.kill('SIGKILL');
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt);
  let output = '';
  child.stdout?.on('data', (data) => {
    output += data;
  });
  const code = await new Promise((done) => child.once('close', done).once('error', () => done(1)));
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt);
  if (interrupted) stop('stopped before the dependencies were installed; run the command again.');
  return { code, output };
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function stop(message) {
  console.error(`\n[setup] ${message}\n`);
  process.exit(1);
}
