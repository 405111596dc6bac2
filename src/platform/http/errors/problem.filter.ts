import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../common/errors/domain-error.js';
import type { RequestLogger } from '../observability/request-logger.js';
import { PROBLEM_STATUS } from './problem-status.js';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Turns thrown values into RFC 9457 problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  /** @param translate turns errors of lower layers, in a request, into domain errors if it knows them */
  constructor(
    private readonly logger: RequestLogger,
    private readonly translate: (error: unknown, request: FastifyRequest) => unknown,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const problem = problemOf(this.translate(error, request));
    if (problem.status >= 500) this.logger.failed(request, error);
    send(request, reply, isBodyTooLarge(error) ? { ...problem, detail: bodyLimitOf(request) } : problem);
  }
}

/** Sends a refusal as a problem outside of Nest, where the filter does not apply. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: Error): void {
  send(request, reply, problemOf(error));
}

function send(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  const retryAfter = problem.parameters?.['retryAfterSeconds'];
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  const location = problem.parameters?.['location'];
  if (typeof location === 'string') void reply.header('location', location);
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({
      type: `urn:grocery-store:problem:${problem.code}`,
      title: problem.title,
      status: problem.status,
      detail: problem.detail,
      instance: request.url,
      code: problem.code,
      requestId: request.id,
      ...problem.parameters,
    });
}

function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    const { code, title, message: detail, parameters } = error;
    return { status: PROBLEM_STATUS[error.kind], code, title, detail, parameters };
  }
  if (error instanceof HttpException) return frameworkProblem(error);
  return {
    status: 500,
    code: 'internal',
    title: 'Something went wrong on our side',
    detail: 'The server has logged the error under the request ID. Your request did not cause it.',
  };
}

function isBodyTooLarge(error: unknown): boolean {
  return (error as { readonly code?: unknown } | undefined)?.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
}

function bodyLimitOf({ routeOptions: { bodyLimit } }: FastifyRequest): string {
  return `A body may have at most ${bodyLimit.toLocaleString('en')} bytes here.`;
}

/** Errors that Nest and Fastify raise themselves: no such route, a body that is too large, invalid JSON. */
const FRAMEWORK: Readonly<Record<number, Pick<Problem, 'code' | 'title'>>> = {
  400: { code: 'request.malformed', title: 'The request is malformed' },
  404: { code: 'request.no-such-route', title: 'There is nothing here' },
  405: { code: 'request.method-not-allowed', title: 'The method is not allowed here' },
  408: { code: 'request.timeout', title: 'The request took too long to arrive' },
  413: { code: 'request.too-large', title: 'The request is too large' },
  414: { code: 'request.uri-too-long', title: 'The URL is too long' },
  415: { code: 'request.unsupported-media-type', title: 'The media type is not supported' },
  429: { code: 'request.too-many', title: 'Too many requests' },
};

function frameworkProblem(error: HttpException): Problem {
  const status = error.getStatus();
  const known = FRAMEWORK[status] ?? { code: `request.http-${status}`, title: 'The request was refused' };
  return { status, ...known, detail: error.message };
}
