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
  #child: Child | undefined;
  #logFile = '';
  #isWanted = false;
  #delay = FIRST_DELAY_MS;
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

  /** @throws {PlainError} with the end of its log when it does not come up. */
  start(): Promise<void> {
    this.#isWanted = true;
    this.#up = this.#launch().then(() => this.#supervise());
    this.#up.catch(() => {});
    return this.#up;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    this.#isWanted = false;
    await this.#child?.stop();
  }

  /** Resolves when it is ready. */
  async #launch(): Promise<void> {
    const spec = await this.#spec.child();
    if (!this.#isWanted) throw new Error(`${this.name} is being stopped`);
    this.#logFile = spec.logFile;
    const child = new Child(spec, this.#guardian);
    this.#child = child;
    let how: string | undefined;
    void child.ended.then((word) => {
      how = word;
    });
    for (let waited = 0; ; waited += POLL_MS) {
      if (how !== undefined) throw this.#failure(`ended (${how})`, `已退出（${how}）`);
      if (await this.#spec.isReady().catch(() => false)) return;
      if (waited >= this.#spec.readyTimeoutMs) {
        await child.stop();
        throw this.#failure('did not come up in time', '未能及时启动');
      }
      await Promise.race([sleep(POLL_MS), child.ended]);
    }
  }

  #supervise(): void {
    const child = this.#child;
    this.#delay = FIRST_DELAY_MS;
    void child?.ended.then((how) => {
      if (this.#isWanted && this.#child === child) this.#revive(how);
    });
  }

  #revive(how: string): void {
    const { en, 'zh-Hans': zh } = this.#spec.title;
    this.#say({
      en: `${en} ended unexpectedly (${how}); starting it again ...`,
      'zh-Hans': `${zh}意外退出（${how}），正在重新启动……`,
    });
    this.#up = this.#retry().then(() => {
      this.#supervise();
      this.#say({ en: `${en} is back`, 'zh-Hans': `${zh}已恢复` });
    });
    this.#up.catch(() => {});
  }

  async #retry(): Promise<void> {
    while (this.#isWanted) {
      await sleep(this.#delay);
      this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY_MS);
      try {
        return await this.#launch();
      } catch (error) {
        if (!this.#isWanted) break;
        const reason = (error as Error).message.split('\n')[0] ?? '';
        this.#say({
          en: `${reason}; trying again ...`,
          'zh-Hans': `${this.#spec.title['zh-Hans']}仍未启动，继续重试……`,
        });
      }
    }
    throw new Error(`${this.name} was stopped`);
  }

  #failure(en: string, zh: string): PlainError {
    const title = this.#spec.title;
    return new PlainError(
      `${title.en} ${en}; its log is ${this.#logFile}
${title['zh-Hans']}${zh}，日志在 ${this.#logFile}\n\n${tailOf(this.#logFile)}`,
    );
  }
}
