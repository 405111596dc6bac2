import type { FastifyRequest } from 'fastify';

/** Remote address of requests that the process makes to itself. No connection has it. */
export const OWN_ADDRESS = 'self';

/** Returns true for a request that the process makes to itself. */
export function isOwnRequest({ socket }: Pick<FastifyRequest, 'socket'>): boolean {
  return socket.remoteAddress === OWN_ADDRESS;
}
