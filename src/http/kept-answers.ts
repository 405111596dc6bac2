import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CacheFigures } from '../cache/cache-figures.js';
import type { StoreCache } from '../cache/store-cache.js';

/** How long an answer is given again, in milliseconds. It may be as old already as the cache lets a value become. */
const AGE = 250;
const MOST_KEPT = 500;

/** The headers of an answer that its route has set; all others are made anew. */
const OWN_HEADERS = ['content-type', 'cache-control', 'etag'] as const;

interface KeptAnswer {
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
  /** {@link StoreCache.changes} before its data were read. */
  readonly changes: number;
  readonly expires: number;
}

/**
 * Gives the answer of a route that is `@PubliclyCacheable()` once more to whoever asks for the same address within a quarter
 * of a second, if nothing that is cached has changed since. Such a request ends before guards, pipes and controllers, which
 * take twice the time of all the rest: the answer is the same for everybody, and the address has passed them just before.
 *
 * To be called after the ETag plug-in: an answer is kept together with its tag.
 */
export function giveAnswersAgain(server: FastifyInstance, cache: StoreCache, figures: CacheFigures): void {
  const kept = new Map<string, KeptAnswer>();
  const changesAtStart = new WeakMap<FastifyRequest, number>();

  server.addHook('onRequest', (request, reply, done) => {
    if (!isPlainRead(request)) {
      done();
      return;
    }
    const answer = kept.get(request.url);
    if (answer?.changes === cache.changes && answer.expires > performance.now()) {
      figures.answersGivenAgain += 1;
      reply.headers(answer.headers).send(answer.payload);
      return;
    }
    changesAtStart.set(request, cache.changes);
    done();
  });

  server.addHook('onSend', (request, reply, payload, done) => {
    const changes = changesAtStart.get(request);
    if (changes !== undefined && typeof payload === 'string' && isForEverybody(reply)) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(request.url, {
        payload,
        headers: ownHeaders(reply),
        changes,
        expires: performance.now() + AGE,
      });
    }
    done();
  });
}

/** A request of the API that says nothing but the address: neither who asks, nor anything in a body. */
function isPlainRead({ method, url, headers }: FastifyRequest): boolean {
  return (
    method === 'GET' &&
    url.startsWith('/api/') &&
    headers.authorization === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined
  );
}

function isForEverybody(reply: FastifyReply): boolean {
  return reply.statusCode === 200 && String(reply.getHeader('cache-control')).startsWith('public');
}

function ownHeaders(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(OWN_HEADERS.map((name) => [name, String(reply.getHeader(name))]));
}
