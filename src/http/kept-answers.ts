import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CacheFigures } from '../cache/cache-figures.js';
import type { StoreCache } from '../cache/store-cache.js';
import type { KeyOfAnswer } from '../common/cacheable.js';

/** How long an answer is given again, in milliseconds. It may be as old already as the cache lets a value become. */
const AGE = 250;
const MOST_KEPT = 500;

/** The headers of an answer that its route has set; all others are made anew. */
const OWN_HEADERS = ['content-type', 'cache-control', 'etag'] as const;

interface KeptAnswer {
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expires: number;
  readonly source: Source;
}

/** What an answer was made of: which key of the catalogue, and its version before it was read. */
interface Source {
  readonly key: string;
  readonly version: number;
}

/**
 * Gives the answer of a route that is `@PubliclyCacheable()` once more to whoever asks for the same address within a quarter
 * of a second, if what it shows has not changed since. Such a request ends before guards, pipes and controllers, which take
 * twice the time of all the rest: the answer is the same for everybody, and the address has passed them just before.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, KeptAnswer>();
  private readonly sources = new WeakMap<FastifyRequest, Source>();

  constructor(
    private readonly cache: StoreCache,
    private readonly figures: CacheFigures,
  ) {}

  /** To be called once the hooks are there that every answer needs, and before those that read a request. */
  give(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, done) => {
      if (!isPlainRead(request)) {
        done();
        return;
      }
      const answer = this.kept.get(request.url);
      if (answer !== undefined && this.isCurrent(answer)) {
        this.figures.answersGivenAgain += 1;
        reply.headers(answer.headers).send(answer.payload);
        return;
      }
      const key = keyOf(request);
      this.sources.set(request, { key, version: this.cache.version('catalog', key) });
      done();
    });
  }

  /** To be called after the ETag plug-in: an answer is kept together with its tag. */
  keep(server: FastifyInstance): void {
    server.addHook('onSend', (request, reply, payload, done) => {
      const source = this.sources.get(request);
      if (source !== undefined && typeof payload === 'string' && isForEverybody(reply)) {
        if (this.kept.size >= MOST_KEPT) this.kept.clear();
        const expires = performance.now() + AGE;
        this.kept.set(request.url, { payload, headers: ownHeaders(reply), source, expires });
      }
      done();
    });
  }

  private isCurrent({ expires, source }: KeptAnswer): boolean {
    return expires > performance.now() && this.cache.version('catalog', source.key) === source.version;
  }
}

/** The empty key where an answer shows more than one value: it changes with all of them. */
function keyOf({ routeOptions, params }: FastifyRequest): string {
  const config = routeOptions.config as { keyOf?: KeyOfAnswer };
  return config.keyOf?.(params as Record<string, string>) ?? '';
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
