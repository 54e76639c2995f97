import { expect } from 'chai';
import { type Pressed, Presses, type PressStep } from '../../../web/shared/transactions/presses.ts';

/** Work that ends when the test says so. */
function held<T>(shown: Promise<unknown> = Promise.resolve()) {
  let end!: (result: T) => void;
  let fail!: (error: Error) => void;
  let tell!: (step: PressStep) => void;
  const result = new Promise<Pressed<T>>((done, failed) => {
    end = (one) => done({ result: one, shown });
    fail = failed;
  });
  const work = (said: typeof tell) => {
    tell = said;
    return result;
  };
  return { work, end, fail, tell: (step: PressStep) => tell(step) };
}

const never = () => {
  throw new Error('somebody watches');
};

describe('presses of a button', () => {
  let presses: Presses;
  let seen: (string | null)[];
  let unwatch: () => void;

  beforeEach(() => {
    presses = new Presses();
    seen = [];
    unwatch = presses.watch(() => seen.push(presses.state().step));
  });

  it('go from step to step and give the result to what was there when it was pressed', async () => {
    const { work, end, tell } = held<string>();
    const done: string[] = [];
    const press = presses.press({ first: 'before', work, onDone: (result) => done.push(result), onUnseen: never });
    tell('simulate');
    tell('wait');
    expect(done).to.deep.equal([]);
    end('receipt');
    await press;
    expect(seen).to.deep.equal(['before', 'simulate', 'wait', null]);
    expect(done).to.deep.equal(['receipt']);
    expect(presses.state()).to.deep.equal({ step: null, error: null });
  });

  it('rest when the page shows what has come of them', async () => {
    let show!: () => void;
    const { work, end } = held<string>(
      new Promise<void>((done) => {
        show = done;
      }),
    );
    const steps: (string | null)[] = [];
    const onDone = () => steps.push(presses.state().step);
    const press = presses.press({ first: 'before', work, onDone, onUnseen: never });
    end('receipt');
    await new Promise((done) => setTimeout(done, 5));
    expect(steps, 'done at once').to.deep.equal(['before']);
    expect(presses.state().step).to.equal('before');
    show();
    await press;
    expect(presses.state().step).to.equal(null);
  });

  it('come one at a time: between their steps there is no gap for a second click', async () => {
    const { work, end, tell } = held<string>();
    let others = 0;
    const again = () =>
      presses.press({
        first: 'before',
        work: async () => {
          others++;
          return { result: 'other', shown: Promise.resolve() };
        },
        onUnseen: never,
      });
    const press = presses.press({ first: 'before', work, onUnseen: never });
    await again();
    tell('simulate');
    await again();
    end('receipt');
    await press;
    expect(others).to.equal(0);
    await again();
    expect(others).to.equal(1);
  });

  it('show the error of the last one until the next', async () => {
    const error = new Error('refused');
    await presses.press({ first: 'simulate', work: () => Promise.reject(error), onUnseen: never });
    expect(presses.state()).to.deep.equal({ step: null, error });
    const { work, end } = held<string>();
    const press = presses.press({ first: 'simulate', work, onUnseen: never });
    expect(presses.state().error).to.equal(null);
    end('receipt');
    await press;
  });

  it('say what went wrong elsewhere when the button is gone', async () => {
    const { work, fail } = held<string>();
    const unseen: unknown[] = [];
    const press = presses.press({ first: 'before', work, onUnseen: (error) => unseen.push(error) });
    unwatch();
    fail(new Error('too late'));
    await press;
    expect(unseen).to.have.length(1);
    expect(unseen[0]).to.have.property('message', 'too late');
  });

  it('give their result even when the button is gone', async () => {
    const { work, end } = held<string>();
    let got: string | undefined;
    const onDone = (result: string) => {
      got = result;
    };
    const press = presses.press({ first: 'before', work, onDone, onUnseen: never });
    unwatch();
    end('receipt');
    await press;
    expect(got).to.equal('receipt');
  });

  it('do not end in silence when what follows a success breaks', async () => {
    const onDone = () => {
      throw new Error('no such event');
    };
    const { work, end } = held<string>();
    end('receipt');
    await presses.press({ first: 'before', work, onDone, onUnseen: never });
    expect(presses.state()).to.have.nested.property('error.message', 'no such event');
  });
});
