import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Complain } from './input-file-error.ts';

/** Any platform's line end. A `\r` that ends the text read so far may be the first half of `\r\n` and is left for later. */
const LINE_END = /\r\n|\n|\r(?!$)/;
const BEYOND_ASCII = /[\x80-\xff]/;
const LONGEST_LINE = 1_048_576;
const WINDOWS_1252 = new TextDecoder('windows-1252');

/**
 * The lines of a text file without their ends, in blocks as they come from the disk. Each line is read as UTF-8, or as
 * Windows-1252 (which contains Latin-1) where it is not valid UTF-8. A byte order mark is removed.
 */
export async function* readLines(file: string, complain: Complain): AsyncGenerator<string[]> {
  let rest = '';
  let first = true;
  for await (const chunk of readBytes(file, complain)) {
    if (first) refuseBinary(chunk, complain);
    const lines = (rest + (first ? chunk.replace(/^\xef\xbb\xbf/, '') : chunk)).split(LINE_END);
    first = false;
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) {
      throw complain('has a line of more than 1 MiB', 'give a CSV file with one order line per line');
    }
    yield lines.map(decode);
  }
  if (rest !== '') yield [decode(rest.replace(/\r$/, ''))];
}

/** The bytes of the file as Latin-1 text, one character for one byte: splitting cannot cut a character. */
async function* readBytes(file: string, complain: Complain): AsyncGenerator<string> {
  try {
    if ((await stat(file)).isDirectory()) throw complain('is a directory', 'give a CSV file');
    yield* createReadStream(file, { encoding: 'latin1' });
  } catch (error) {
    throw explain(error, complain);
  }
}

function explain(error: unknown, complain: Complain): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return complain('does not exist', 'check the path', { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return complain('may not be read', 'allow reading it or give another file', { cause: error });
  }
  return complain(`cannot be read (${message})`, 'check the disk or give another file', { cause: error });
}

function refuseBinary(start: string, complain: Complain): void {
  if (/^(\xff\xfe|\xfe\xff)/.test(start)) throw complain('is UTF-16 text', 'save it as CSV in UTF-8');
  if (start.startsWith('PK\x03\x04')) throw complain('is a spreadsheet or archive', 'save the sheet as CSV');
  if (start.includes('\0')) throw complain('is not a text file', 'give a CSV file');
}

function decode(line: string): string {
  if (!BEYOND_ASCII.test(line)) return line;
  const bytes = Buffer.from(line, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : WINDOWS_1252.decode(bytes);
}
