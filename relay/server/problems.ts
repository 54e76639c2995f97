import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ProblemCode } from '../api/problem-codes.ts';
import { ChainNotSynced } from '../chain/chain-head.ts';
import { describeError } from './describe-error.ts';
import { isDatabaseAway, isNodeAway } from './is-away.ts';
import { ProblemError } from './problem-error.ts';
import type { App } from './typed.ts';

/** What Fastify itself refuses. */
const FASTIFY_CODES: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-unreadable',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-unreadable',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body-unreadable',
};

/** Every answer with a status of 400 or more is an RFC 9457 problem. */
export function answerProblems(app: App): void {
  app.setNotFoundHandler((request, reply) => send(request, reply, new ProblemError('route-unknown')));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) request.log.error({ error: describeError(error) }, 'request failed');
    return send(request, reply, problem);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, problem: ProblemError) {
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem.toBody(request.id));
}

function toProblem(error: FastifyError): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof ChainNotSynced) return new ProblemError('chain-not-synced');
  if (isNodeAway(error) || isDatabaseAway(error)) return new ProblemError('unavailable');
  if (hasZodFastifySchemaValidationErrors(error)) {
    const places = error.validation.map(({ instancePath, message }) => {
      const field = instancePath.slice(1).replaceAll('/', '.');
      return `${error.validationContext}${field === '' ? '' : `.${field}`}: ${message}`;
    });
    return new ProblemError('validation-failed', {}, places.join('; '));
  }
  const code = FASTIFY_CODES[error.code];
  if (code !== undefined) return new ProblemError(code, {}, error.message);
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new ProblemError('body-unreadable', {}, error.message);
  }
  return new ProblemError('internal');
}
