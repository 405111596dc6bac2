import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const ACCEPTABLE = /^[A-Za-z0-9._-]{1,64}$/;

/** Returns the ID under which a request is logged and answered: the caller's own if it is safe to repeat. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const input = request.headers['x-request-id'];
  return typeof input === 'string' && ACCEPTABLE.test(input) ? input : randomUUID();
}
