import { Writable } from 'node:stream';
import { expect } from 'chai';
import { createProgress } from '../../../scripts/cycle/progress.ts';
import { rejection } from './helpers.ts';

class Capture extends Writable {
  text = '';
  readonly isTTY: boolean;
  readonly columns = 80;

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** A clock that goes on by 1.25 s each time it is read. */
const clock = () => {
  let time = 0;
  return () => {
    time += 1_250;
    return time;
  };
};

describe('createProgress', () => {
  it('prints one line per phase with count and seconds where there is no terminal', async () => {
    const stream = new Capture(false);
    const progress = createProgress({ stream, now: clock() });
    const result = await progress.phase('Committing reports', 1_200, (tick) => {
      for (let i = 0; i < 600; i++) tick(2);
      return 'done';
    });
    await progress.phase('Tally', 0, async (tick) => tick());
    expect(result).to.equal('done');
    expect(stream.text).to.equal('Committing reports: 1,200 in 1.3 s\nTally: 1 in 1.3 s\n');
  });

  it('draws a bar on a terminal and leaves the line in its place', async () => {
    const stream = new Capture(true);
    const progress = createProgress({ stream, now: clock() });
    await progress.phase('Reveals', 3, (tick) => tick(3));
    expect(stream.text).to.include('Reveals [').and.to.include('3/3');
    expect(stream.text).to.match(/Reveals: 3 in 1\.3 s\n$/);
  });

  it('prints nothing when quiet', async () => {
    for (const isTTY of [true, false]) {
      const stream = new Capture(isTTY);
      await createProgress({ stream, quiet: true }).phase('Reveals', 3, (tick) => tick(3));
      expect(stream.text).to.equal('');
    }
  });

  it('says where a phase failed and passes the error on', async () => {
    for (const isTTY of [true, false]) {
      const stream = new Capture(isTTY);
      const failure = new Error('reverted');
      const phase = createProgress({ stream, now: clock() }).phase('Reveals', 3, (tick) => {
        tick(2);
        throw failure;
      });
      expect(await rejection(phase)).to.equal(failure);
      expect(stream.text).to.match(/Reveals: failed after 2 in 1\.3 s\n$/);
    }
  });
});
