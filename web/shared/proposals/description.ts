import type { Address } from 'viem';

const PROPOSER = /\n*#proposer=0x[0-9a-fA-F]{40}\s*$/;

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export interface Description {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * Title and text of a proposal in one Markdown text. Its end names the proposer: nobody else can make the same proposal first and
 * take it back.
 */
export function writeDescription(title: string, body: string, proposer: Address): string {
  return `# ${title.trim()}\n\n${body.trim()}\n\n#proposer=${proposer}`;
}

/** The title alone, for lists. */
export function titleOf(description: string): string {
  const [line = ''] = description.replace(PROPOSER, '').trim().split('\n');
  return plain(line.replace(/^#+\s*/, ''));
}

/**
 * Title and blocks of a description: headings, lists and paragraphs. Nothing else of Markdown is carried out, links and HTML least of
 * all: who proposes must not put a button or a picture on this page.
 */
export function readDescription(description: string): Description {
  const [first = '', ...rest] = description.replace(PROPOSER, '').trim().split(/\r?\n/);
  const blocks: Block[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const close = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', text: plain(lines.join(' ')) });
    if (items.length > 0) blocks.push({ kind: 'list', items });
    [lines, items] = [[], []];
  };
  for (const line of rest) {
    const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line)?.[1];
    if (line.trim() === '') close();
    else if (heading !== undefined) {
      close();
      blocks.push({ kind: 'heading', text: plain(heading) });
    } else if (item !== undefined) {
      if (lines.length > 0) close();
      items.push(plain(item));
    } else if (items.length > 0) items.push(`${items.pop()} ${plain(line.trim())}`);
    else lines.push(line.trim());
  }
  close();
  return { title: plain(first.replace(/^#+\s*/, '')), blocks };
}

/** Without the marks of emphasis. */
function plain(text: string): string {
  return text.replace(/(\*\*|__|`)(.+?)\1/g, '$2').trim();
}
