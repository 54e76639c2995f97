import { setTimeout as sleep } from 'node:timers/promises';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import { PlainError } from '../local/plain-error.ts';
import { Child, type ChildSpec, tailOf } from './child.ts';
import type { Guardian } from './guardian.ts';
import type { Part } from './types.ts';

export interface PartSpec {
  readonly name: string;
  readonly title: Localized;
  /** Asked before every start: ports and secrets may differ. */
  readonly child: () => ChildSpec | Promise<ChildSpec>;
  /** Whether it can be used now; may throw as long as it cannot. */
  readonly isReady: () => Promise<boolean>;
  /** Once it takes longer than this, the start has failed. */
  readonly readyTimeoutMs: number;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;
const POLL_MS = 100;

/** A child process that is started again when it ends unexpectedly, later and later if it does not come up. */
export class SupervisedPart implements Part {
  readonly #spec: PartSpec;
  readonly #guardian: Guardian;
  readonly #say: (event: Localized) => void;
  readonly #revivalListeners: (() => void)[] = [];
  #child: Child | undefined;
  #logFile = '';
  /** Raised by every order to start or stop: what an earlier order had under way gives up. */
  #order = 0;
  /** The start under way or done, the present one. */
  #up: Promise<void> = Promise.reject(new Error('not started'));

  constructor(spec: PartSpec, guardian: Guardian, say: (event: Localized) => void) {
    this.#spec = spec;
    this.#guardian = guardian;
    this.#say = say;
    this.#up.catch(() => {});
  }

  get name(): string {
    return this.#spec.name;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  ready(): Promise<void> {
    return this.#up;
  }

  /** Calls `listener` whenever it is back after it had ended unexpectedly. */
  onRevival(listener: () => void): void {
    this.#revivalListeners.push(listener);
  }

  /** @throws {PlainError} with the end of its log when it does not come up. */
  start(): Promise<void> {
    const order = ++this.#order;
    return this.#becomes(this.#launch(order).then(() => this.#supervise(order)));
  }

  async restart(): Promise<void> {
    await this.stop();
    const order = ++this.#order;
    await this.#becomes(this.#retry(order).then(() => this.#supervise(order)));
  }

  async stop(): Promise<void> {
    this.#order++;
    await this.#child?.stop();
  }

  #becomes(up: Promise<void>): Promise<void> {
    up.catch(() => {}); // whoever waits for it hears it
    this.#up = up;
    return up;
  }

  /** Resolves when it is ready. */
  async #launch(order: number): Promise<void> {
    const spec = await this.#spec.child();
    this.#obey(order);
    this.#logFile = spec.logFile;
    const child = new Child(spec, this.#guardian);
    this.#child = child;
    let how: string | undefined;
    void child.ended.then((word) => {
      how = word;
    });
    for (let waited = 0; ; waited += POLL_MS) {
      this.#obey(order);
      if (how !== undefined) throw this.#failure(`ended (${how})`, `已退出（${how}）`);
      if (await this.#spec.isReady().catch(() => false)) return;
      if (waited >= this.#spec.readyTimeoutMs) {
        await child.stop();
        throw this.#failure('did not come up in time', '未能及时启动');
      }
      await Promise.race([sleep(POLL_MS), child.ended]);
    }
  }

  #obey(order: number): void {
    if (order !== this.#order) throw new Error(`${this.name} was stopped`);
  }

  #supervise(order: number): void {
    void this.#child?.ended.then((how) => {
      if (order === this.#order) this.#revive(order, how);
    });
  }

  #revive(order: number, how: string): void {
    const { en, 'zh-Hans': zh } = this.#spec.title;
    this.#say({
      en: `${en} ended unexpectedly (${how}); starting it again ...`,
      'zh-Hans': `${zh}意外退出（${how}），正在重新启动……`,
    });
    const back = this.#retry(order).then(() => {
      this.#supervise(order);
      this.#say({ en: `${en} is back`, 'zh-Hans': `${zh}已恢复` });
      for (const listener of this.#revivalListeners) listener();
    });
    void this.#becomes(back);
  }

  async #retry(order: number): Promise<void> {
    for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
      await sleep(delay);
      this.#obey(order);
      try {
        return await this.#launch(order);
      } catch (error) {
        this.#obey(order);
        const [reason = ''] = (error as Error).message.split('\n');
        const zh = this.#spec.title['zh-Hans'];
        this.#say({ en: `${reason}; trying again ...`, 'zh-Hans': `${zh}仍未启动，继续重试……` });
      }
    }
  }

  #failure(en: string, zh: string): PlainError {
    const title = this.#spec.title;
    return new PlainError(
      `${title.en} ${en}; its log is ${this.#logFile}
${title['zh-Hans']}${zh}，日志在 ${this.#logFile}\n\n${tailOf(this.#logFile)}`,
    );
  }
}
