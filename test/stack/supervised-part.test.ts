import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { ChildSpec } from '../../scripts/stack/child.ts';
import { Guardian } from '../../scripts/stack/guardian.ts';
import { SupervisedPart } from '../../scripts/stack/supervised-part.ts';
import { leftAfter } from './run.ts';

const SERVE = 'console.log("up"); setInterval(() => {}, 1000)';
const IGNORE = `process.on("SIGTERM", () => {}); ${SERVE}`;

describe('supervised part', function () {
  this.timeout(30_000);
  let folder: string;
  let guardian: Guardian;
  let part: SupervisedPart;
  let heard: string[];
  let starts: number;

  const logFile = () => join(folder, 'logs', 'part.log');
  const isUp = async () => readFileSync(logFile(), 'utf8').split('up\n').length - 1 >= starts;

  /** @param scripts of the first, second … start; the last one stays */
  function make(...scripts: string[]): SupervisedPart {
    const child = (): ChildSpec => {
      const script = scripts[Math.min(starts, scripts.length - 1)] ?? '';
      starts++;
      return { command: process.execPath, args: ['-e', script], logFile: logFile(), stopSignal: 'SIGTERM' };
    };
    const title = { en: 'The part', 'zh-Hans': '部件' };
    const spec = { name: 'part', title, child, isReady: isUp, readyTimeoutMs: 10_000 };
    return new SupervisedPart(spec, guardian, ({ en }) => heard.push(en));
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'part-'));
    guardian = new Guardian();
    heard = [];
    starts = 0;
  });

  afterEach(async () => {
    await part.stop();
    await guardian.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is started again when it is killed, and says so', async () => {
    part = make(SERVE);
    let revivals = 0;
    part.onRevival(() => revivals++);
    await part.start();
    const first = part.pid;
    part.kill('SIGKILL');
    while (part.pid !== undefined) await sleep(10);
    await sleep(20);
    await part.ready();
    expect(part.pid).not.to.equal(first);
    expect(heard).to.deep.equal(['The part ended unexpectedly (SIGKILL); starting it again ...', 'The part is back']);
    expect(revivals).to.equal(1);
  });

  it('is tried again, later and later, when it does not come up', async () => {
    part = make(SERVE, 'process.exit(3)', SERVE);
    await part.start();
    part.kill('SIGKILL');
    while (starts < 3) await sleep(50);
    starts = 2; // the second one never said that it was up
    await part.ready();
    expect(heard.some((text) => text.includes('ended (code 3)') && text.includes('trying again'))).to.equal(true);
  });

  it('shows the end of its log when the first start fails', async () => {
    part = make('console.error("no configuration"); process.exit(1)');
    const error = await part.start().then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(error?.message).to.include('ended (code 1)').and.to.include('no configuration').and.to.include(logFile());
    expect(starts).to.equal(1);
  });

  it('stays down when it is stopped', async () => {
    part = make(SERVE);
    await part.start();
    const { pid = 0 } = part;
    await part.stop();
    expect(await leftAfter([pid], 0)).to.deep.equal([]);
    await sleep(700);
    expect(starts).to.equal(1);
    expect(heard).to.deep.equal([]);
  });

  it('is ended by force when it does not listen', async () => {
    part = make(IGNORE);
    await part.start();
    const { pid = 0 } = part;
    await part.stop();
    expect(await leftAfter([pid], 500)).to.deep.equal([]);
  });

  it('is ended by the guard when nobody else is left to do it', async () => {
    part = make(SERVE);
    await part.start();
    const { pid = 0 } = part;
    await guardian.close();
    expect(await leftAfter([pid], 2_000)).to.deep.equal([]);
  });
});
