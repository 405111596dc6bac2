import type { Logger } from 'pino';
import type { CompletedRequest } from './request-completed.js';

const MAX_PATH_LENGTH = 256;

/** Fields of a request that the log uses. */
export type LoggedRequest = Pick<
  CompletedRequest,
  'requestId' | 'method' | 'url' | 'status' | 'milliseconds'
>;

/** Logs one line per request. Never its query, headers, cookies or body: they may contain private data. */
export function requestLog(pino: Logger): (request: LoggedRequest) => void {
  if (!pino.isLevelEnabled('info')) return () => undefined;
  return ({ requestId, method, url, status, milliseconds }) => {
    const path = url.split('?', 1)[0]?.slice(0, MAX_PATH_LENGTH);
    pino.info({ requestId, method, path, status, ms: Math.round(milliseconds * 10) / 10 }, 'request');
  };
}
