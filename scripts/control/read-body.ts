import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { ControlProblem } from './control-problem.ts';

const MOST_BYTES = 10_000;

/** The JSON body of a request. @throws {ControlProblem} saying which field is wrong and how. */
export async function readBody<Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
): Promise<z.infer<Schema>> {
  // Other pages cannot send this type without asking first, so none can move the clock behind the user's back.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new ControlProblem('media-type', 'Send JSON with the header "content-type: application/json".');
  }
  return check(schema, parse(await readText(request)));
}

/** @throws {ControlProblem} */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new ControlProblem('validation-failed', `${problems.join('; ')}.`);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new ControlProblem('body-too-large', `A body has at most ${MOST_BYTES} bytes here.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlProblem('body-unreadable', 'The body is not JSON.');
  }
}
