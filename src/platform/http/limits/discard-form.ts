import type { FastifyRequest } from 'fastify';

/** Discards the rest of a form of which no more is needed. Otherwise the parser would read all of its parts, only to skip them. */
export function discardForm({ raw }: FastifyRequest): void {
  raw.unpipe();
  raw.resume();
}
