import type { LoggerService } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { DomainError } from '../../common/errors/domain-error.js';

/** Writes Nest's own log and the request log through one pino instance, as JSON lines. */
export class RequestLogger implements LoggerService {
  constructor(readonly pino: Logger) {}

  /** Logs at debug level: Nest reports each module and route at startup, which only debugging needs. */
  log(message: unknown, context?: unknown): void {
    this.pino.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.pino.warn({ context }, String(message));
  }

  error(message: unknown, stack?: unknown, context?: unknown): void {
    this.pino.error({ context, stack }, String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.pino.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: unknown): void {
    this.pino.trace({ context }, String(message));
  }

  fatal(message: unknown, context?: unknown): void {
    this.pino.fatal({ context }, String(message));
  }

  /**
   * Logs a request that failed with a server error. The log has the details that the response must not show. A refusal of
   * the store itself, such as "not ready", needs no stack: a prober causes one each second.
   */
  failed(request: FastifyRequest, error: unknown): void {
    const about = { requestId: request.id, method: request.method, path: pathOf(request) };
    if (error instanceof DomainError) {
      this.pino.warn({ ...about, code: error.code, ...error.parameters }, 'request refused');
    } else {
      this.pino.error({ ...about, err: error }, 'request failed');
    }
  }
}

/** Drops the query, which may contain what a shopper searched for. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}
