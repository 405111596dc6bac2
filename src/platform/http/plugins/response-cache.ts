import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest, onSendHookHandler } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { CacheMetrics } from '../../cache/cache-metrics.js';
import type { SharedCache } from '../../cache/shared-cache.js';
import type { PublicRoute } from '../decorators/public-cache.js';
import { requestId } from '../observability/request-id.js';
import type { LoggedRequest } from '../observability/request-log.js';
import type { Serving } from '../serving.js';

/** With up to one second in the data cache, served data is less than two seconds old. */
const MAX_AGE_MS = 900;
const MAX_ENTRIES = 500;

/** Not cached: each response has its own. */
const REQUEST_ID_HEADER = 'x-request-id';
const CONNECTION_HEADER = 'connection';
const CLOSE = [CONNECTION_HEADER, 'close'];

/** What the cache reads and counts. */
interface ResponseSources {
  readonly cache: SharedCache;
  readonly metrics: CacheMetrics;
  readonly serving: Serving;
}

interface CachedResponse {
  readonly payload: Buffer;
  readonly etag: string;
  /** Alternating names and values, as Node writes them. */
  readonly headers: readonly string[];
}

/** The responses that are cached at present. */
export interface CachedResponses {
  /** Returns the response to a plain GET, if it is cached and current. */
  cached(url: string): Pick<CachedResponse, 'etag' | 'payload'> | undefined;
}

/** A response that is being built, and then its cached copy until it expires. */
interface Entry {
  /** Catalog key of the data in the response, with its version before it was read. */
  readonly key: string;
  readonly version: number;
  response?: CachedResponse;
  expires: number;
  /** Requests for the same URL while the response is being built. */
  readonly waiting: WaitingRequest[];
}

interface WaitingRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Lets the request build its own response. */
  readonly proceed: () => void;
}

/**
 * Serves the response of a `@PublicCache()` route to further requests for the same URL within a second, if its data has
 * not changed. Requests that arrive while it is being built wait for it. Call it before all other hooks of requests, except
 * those that measure them.
 *
 * Such a request skips Fastify's routes and hooks, and Nest's guards, pipes and controllers, which take several times as
 * long as the rest. The response is the same for all clients, and the first request for the URL has passed them all. It is
 * logged and counted like any other, but not measured: it takes no time.
 *
 * @param report called for each response that is served before Fastify sees the request
 * @returns access to the cached responses
 */
export function responseCache(
  server: FastifyInstance,
  sources: ResponseSources,
  report: (request: LoggedRequest) => void,
): CachedResponses {
  const responses = new ResponseCache(sources, report);
  const [handle] = server.server.listeners('request') as [RequestListener];
  server.server.off('request', handle);
  server.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!responses.tryServe(request, response)) handle(request, response);
  });
  server.addHook('onRequest', (request, reply, done) => responses.coalesce(request, reply, done));
  const store: onSendHookHandler = (request, reply, payload, done) => {
    responses.store(request, reply, payload);
    done();
  };
  server.addHook('onRoute', (route) => {
    // Fastify calls the hooks of a route last, when all headers are set: these are cached with the response.
    if (isPublic(route.config)) route.onSend = [route.onSend ?? [], store].flat();
  });
  return responses;
}

/** Cached responses by URL, and those that are being built. */
class ResponseCache implements CachedResponses {
  private readonly entries = new LRUCache<string, Entry>({ max: MAX_ENTRIES });
  /** Entries by the request that builds the response. */
  private readonly entriesByRequest = new WeakMap<FastifyRequest, Entry>();

  constructor(
    private readonly sources: ResponseSources,
    private readonly report: (request: LoggedRequest) => void,
  ) {}

  cached(url: string): Pick<CachedResponse, 'etag' | 'payload'> | undefined {
    const entry = this.entries.get(url);
    return entry !== undefined && this.isCurrent(entry) ? entry.response : undefined;
  }

  /** Returns true if the response was served from the cache. */
  tryServe(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '' } = request;
    const entry = this.entries.get(url);
    if (entry?.response === undefined || !isPlainRead(request) || !this.isCurrent(entry)) return false;
    const startedAt = performance.now();
    const id = requestId(request);
    this.write(entry.response, response, id);
    this.report({
      requestId: id,
      method: 'GET',
      url,
      status: 200,
      milliseconds: performance.now() - startedAt,
    });
    return true;
  }

  /** Makes a request wait for a response that is already being built, or lets it proceed. */
  coalesce(request: FastifyRequest, reply: FastifyReply, proceed: () => void): void {
    const entry = !isPlainRead(request) ? undefined : this.entryFor(request);
    if (entry === undefined) proceed();
    else if (entry.response === undefined) entry.waiting.push({ request, reply, proceed });
    else this.serve(entry.response, request, reply);
  }

  /** Stores the response of a request if another may use it, and responds to those that wait for it. */
  store(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const entry = this.entriesByRequest.get(request);
    if (entry !== undefined) this.settle(entry, request.url, cacheableResponse(reply, payload));
  }

  /** Returns the entry to serve or to wait for; undefined if the request has to build the response. */
  private entryFor(request: FastifyRequest): Entry | undefined {
    const entry = this.entries.get(request.url);
    if (entry !== undefined && this.isCurrent(entry)) return entry;
    const { config } = request.routeOptions;
    if (!isPublic(config)) return undefined;
    const key = config.keyOf(request.params as Record<string, string>);
    const version = this.sources.cache.version('catalog', key);
    const created: Entry = { key, version, expires: Infinity, waiting: [] };
    this.entries.set(request.url, created);
    this.entriesByRequest.set(request, created);
    return undefined;
  }

  private isCurrent({ expires, key, version }: Entry): boolean {
    return expires > performance.now() && this.sources.cache.version('catalog', key) === version;
  }

  /** Serves the waiting requests, or lets them proceed if the response is not the same for all clients. */
  private settle(entry: Entry, url: string, response: CachedResponse | undefined): void {
    if (response !== undefined) {
      entry.response = response;
      entry.expires = performance.now() + MAX_AGE_MS;
    } else if (this.entries.get(url) === entry) {
      this.entries.delete(url);
    }
    for (const { request, reply, proceed } of entry.waiting.splice(0)) {
      if (response === undefined) proceed();
      else this.serve(response, request, reply);
    }
  }

  private serve(response: CachedResponse, request: FastifyRequest, reply: FastifyReply): void {
    reply.hijack();
    this.write(response, reply.raw, request.id);
  }

  private write({ payload, headers }: CachedResponse, response: ServerResponse, id: string): void {
    this.sources.metrics.responseCacheHits += 1;
    const own = [REQUEST_ID_HEADER, id, ...(this.sources.serving.isEnding ? CLOSE : [])];
    response.writeHead(200, [...headers, ...own]).end(payload);
  }
}

function isPublic(config: object | undefined): config is PublicRoute {
  return (config as Partial<PublicRoute> | undefined)?.keyOf !== undefined;
}

/** True for a GET that depends on the URL only: no credentials, no known ETag, no body. */
function isPlainRead({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  return (
    method === 'GET' &&
    headers.authorization === undefined &&
    headers['if-none-match'] === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined
  );
}

/** Returns the response to cache; undefined if it is not the same for all clients. */
function cacheableResponse(reply: FastifyReply, payload: unknown): CachedResponse | undefined {
  if (
    typeof payload !== 'string' ||
    reply.statusCode !== 200 ||
    !String(reply.getHeader('cache-control')).startsWith('public') ||
    reply.hasHeader('set-cookie')
  )
    return undefined;
  const headers = { ...reply.getHeaders(), 'content-length': Buffer.byteLength(payload) };
  const cached = Object.entries(headers).filter(
    ([name]) => name !== REQUEST_ID_HEADER && name !== CONNECTION_HEADER,
  );
  const etag = String(reply.getHeader('etag'));
  return {
    payload: Buffer.from(payload),
    etag,
    headers: cached.flatMap(([name, value]) => [name, String(value)]),
  };
}
