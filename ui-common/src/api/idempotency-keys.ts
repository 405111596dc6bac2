import type { Middleware } from 'openapi-fetch';
import { newId } from '../browser/plain-http.ts';
import { MINUTE_MS } from '../dates/durations.ts';
import { KEYED_ROUTES } from './keyed-routes.ts';

/** Long enough for a person who tries again, too short for the same act to be meant twice. */
const KEPT_MS = 10 * MINUTE_MS;
const HEADER = 'idempotency-key';

const keyed: ReadonlySet<string> = new Set(KEYED_ROUTES);

/** Key of an act whose outcome is not known yet, or that was refused. */
interface OpenKey {
  readonly key: string;
  /** Time of the latest attempt, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * Adds an Idempotency-Key to each request of an operation that takes one. An act keeps its key until it succeeds: sent
 * again with the same content, after a lost answer or by a second press of the button, it still happens once.
 */
export function idempotencyKeys(): Middleware {
  const openKeys = new Map<string, OpenKey>();
  return {
    async onRequest({ request, schemaPath }) {
      if (request.method !== 'POST' || !keyed.has(schemaPath) || request.headers.has(HEADER))
        return undefined;
      const act = await actOf(request);
      const open = act === undefined ? undefined : openKeys.get(act);
      const key = open !== undefined && Date.now() - open.at < KEPT_MS ? open.key : newId();
      if (act !== undefined) openKeys.set(act, { key, at: Date.now() });
      request.headers.set(HEADER, key);
      return request;
    },
    onResponse({ request, response }) {
      if (!response.ok) return;
      const done = request.headers.get(HEADER);
      for (const [act, { key }] of openKeys) if (key === done) openKeys.delete(act);
    },
  };
}

/** Returns what an act is known by: its URL and content. Undefined for a form, whose text differs each time. */
async function actOf(request: Request): Promise<string | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('multipart/')) return undefined;
  return `${request.url} ${await request.clone().text()}`;
}
