import type { Logger } from 'pino';
import type { CompletedRequest } from './request-completed.js';

const MAX_LENGTH = 256;

/** What the log has of a request. */
export type Logged = Pick<CompletedRequest, 'requestId' | 'method' | 'url' | 'status' | 'milliseconds'>;

/** One line for each request. Never its query, headers, cookies or body: they may hold what is nobody's business. */
export function requestLog(pino: Logger): (answered: Logged) => void {
  if (!pino.isLevelEnabled('info')) return () => undefined;
  return ({ requestId, method, url, status, milliseconds }) => {
    const path = url.split('?', 1)[0]?.slice(0, MAX_LENGTH);
    pino.info({ requestId, method, path, status, ms: Math.round(milliseconds * 10) / 10 }, 'request');
  };
}
