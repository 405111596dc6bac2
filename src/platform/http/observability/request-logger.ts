import type { LoggerService } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** Nest's own log and the requests' log through one pino, as JSON lines. */
export class RequestLogger implements LoggerService {
  constructor(readonly pino: Logger) {}

  /** Nest tells of each module and each route at start: nobody reads that but who looks for a fault. */
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

  /** A request that failed through a fault of ours: the log keeps what the answer must not show. */
  failed(request: FastifyRequest, error: unknown): void {
    this.pino.error(
      { requestId: request.id, method: request.method, path: pathOf(request), err: error },
      'request failed',
    );
  }
}

/** Without the query, which may hold what a shopper searched for. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}
