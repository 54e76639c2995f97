import { expect } from 'chai';
import { readDescription, titleOf, writeDescription } from '../../../web/shared/proposals/description.ts';

const PROPOSER = `0x${'ab'.repeat(20)}` as const;

describe('description of a proposal', () => {
  it('is a title and reasons, bound to its proposer', () => {
    const text = writeDescription(' More seats ', 'They are too few.\n', PROPOSER);
    expect(text).to.equal(`# More seats\n\nThey are too few.\n\n#proposer=${PROPOSER}`);
    expect(titleOf(text)).to.equal('More seats');
    expect(readDescription(text)).to.deep.equal({
      title: 'More seats',
      blocks: [{ kind: 'paragraph', text: 'They are too few.' }],
    });
  });

  it('has paragraphs, headings and lists', () => {
    const { blocks } = readDescription('Title\n\nOne\ntwo\n\n## Why\n- first\n  goes on\n- **second**\n\n1. third\n');
    expect(blocks).to.deep.equal([
      { kind: 'paragraph', text: 'One two' },
      { kind: 'heading', text: 'Why' },
      { kind: 'list', items: ['first goes on', 'second'] },
      { kind: 'list', items: ['third'] },
    ]);
  });

  it('carries nothing else of Markdown out', () => {
    const { blocks } = readDescription('Title\n\n<img src=x onerror=alert(1)> [here](https://evil.example)');
    expect(blocks).to.deep.equal([
      { kind: 'paragraph', text: '<img src=x onerror=alert(1)> [here](https://evil.example)' },
    ]);
  });

  it('may be empty', () => {
    expect(readDescription('')).to.deep.equal({ title: '', blocks: [] });
    expect(titleOf('##  Only a title')).to.equal('Only a title');
  });
});
