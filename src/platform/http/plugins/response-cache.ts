import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CacheMetrics } from '../../cache/cache-metrics.js';
import type { SharedCache } from '../../cache/shared-cache.js';
import type { PublicRoute } from '../decorators/public-cache.js';
import { requestId } from '../observability/request-id.js';
import type { Logged } from '../observability/request-log.js';

/** How long an answer is given again, in milliseconds: with the second that the cache may have had it, less than two. */
const AGE = 900;
const MAX_ENTRIES = 500;

/** Each answer has its own. */
const REQUEST_ID = 'x-request-id';

interface KeptAnswer {
  readonly payload: Buffer;
  /** Names and values in turn, as Node writes them. */
  readonly headers: readonly string[];
}

/** An answer to come, and after that for as long as it may be given. */
interface Entry {
  /** Which key of the catalogue it is made of, and its version before it was read. */
  readonly key: string;
  readonly version: number;
  answer?: KeptAnswer;
  expires: number;
  /** Who asked for the same in the meantime. */
  readonly waiting: Waiting[];
}

interface Waiting {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Lets the request go its own way. */
  readonly goOn: () => void;
}

/**
 * Gives the answer of a route that is `@PublicCache()` once more to whoever asks for the same address within a second,
 * if what it shows has not changed since; and to whoever asks while it is being made. Such a request ends before Fastify's
 * routes and hooks, and Nest's guards, pipes and controllers, which take several times as long as the rest: the answer is
 * the same for everybody, and the address passes them for the first who asks. It is logged as every other, and counted, but
 * not measured: it takes no time.
 */
export class ResponseCache {
  private readonly entries = new Map<string, Entry>();
  /** The requests whose answers are to be kept. */
  private readonly makers = new WeakMap<FastifyRequest, Entry>();
  private isClosing = false;

  /** @param tell is told of each answer that is given again */
  constructor(
    private readonly cache: SharedCache,
    private readonly metrics: CacheMetrics,
    private readonly tell: (answered: Logged) => void,
  ) {}

  /** Has requests answered before Fastify hears of them. */
  answerFirst(server: FastifyInstance): void {
    const [ask] = server.server.listeners('request') as [RequestListener];
    server.server.off('request', ask);
    server.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (!this.isAnswered(request, response)) ask(request, response);
    });
    server.addHook('preClose', (done) => {
      this.isClosing = true;
      done();
    });
  }

  /**
   * Has those wait who ask for what is being made. To be called before the hooks that see a request, for they see none that
   * is answered here.
   */
  gather(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, done) => {
      const entry = this.isClosing ? undefined : this.entryFor(request);
      if (entry === undefined) done();
      else if (entry.answer === undefined) entry.waiting.push({ request, reply, goOn: done });
      else this.giveAgain(entry.answer, request, reply);
    });
  }

  /** To be called after all others that set a header: an answer is kept together with these. */
  keep(server: FastifyInstance): void {
    server.addHook('onSend', (request, reply, payload, done) => {
      const entry = this.makers.get(request);
      if (entry !== undefined) this.settle(entry, request.url, answerOf(reply, payload));
      done();
    });
  }

  private isAnswered(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '' } = request;
    const entry = this.entries.get(url);
    if (entry?.answer === undefined || this.isClosing || !isPlainRead(request) || !this.isCurrent(entry))
      return false;
    const begun = performance.now();
    const id = requestId(request);
    this.write(entry.answer, response, id);
    this.tell({
      requestId: id,
      method: 'GET',
      url,
      status: 200,
      milliseconds: performance.now() - begun,
    });
    return true;
  }

  /** What there is for a request, or is being made; undefined where it is to make its answer itself. */
  private entryFor(request: FastifyRequest): Entry | undefined {
    const { keyOf } = request.routeOptions.config as Partial<PublicRoute>;
    if (keyOf === undefined || !isPlainRead(request)) return undefined;
    const entry = this.entries.get(request.url);
    if (entry !== undefined && this.isCurrent(entry)) return entry;
    const key = keyOf(request.params as Record<string, string>);
    const version = this.cache.version('catalog', key);
    const made: Entry = { key, version, expires: Infinity, waiting: [] };
    if (this.entries.size >= MAX_ENTRIES) this.entries.clear();
    this.entries.set(request.url, made);
    this.makers.set(request, made);
    return undefined;
  }

  private isCurrent({ expires, key, version }: Entry): boolean {
    return expires > performance.now() && this.cache.version('catalog', key) === version;
  }

  /** Whoever waits for an answer gets it, or has to see for himself where it is not for everybody. */
  private settle(entry: Entry, url: string, answer: KeptAnswer | undefined): void {
    if (answer !== undefined) {
      entry.answer = answer;
      entry.expires = performance.now() + AGE;
    } else if (this.entries.get(url) === entry) {
      this.entries.delete(url);
    }
    for (const { request, reply, goOn } of entry.waiting.splice(0)) {
      if (answer === undefined) goOn();
      else this.giveAgain(answer, request, reply);
    }
  }

  private giveAgain(answer: KeptAnswer, request: FastifyRequest, reply: FastifyReply): void {
    reply.hijack();
    this.write(answer, reply.raw, request.id);
  }

  private write({ payload, headers }: KeptAnswer, response: ServerResponse, id: string): void {
    this.metrics.answersGivenAgain += 1;
    response.writeHead(200, [...headers, REQUEST_ID, id]).end(payload);
  }
}

/** A read that says nothing but the address: neither who asks, nor what is known already, nor anything in a body. */
function isPlainRead({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  return (
    method === 'GET' &&
    headers.authorization === undefined &&
    headers['if-none-match'] === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined
  );
}

/** What there is to keep of an answer; undefined where it is not the same for everybody. */
function answerOf(reply: FastifyReply, payload: unknown): KeptAnswer | undefined {
  if (
    typeof payload !== 'string' ||
    reply.statusCode !== 200 ||
    !String(reply.getHeader('cache-control')).startsWith('public') ||
    reply.hasHeader('set-cookie')
  )
    return undefined;
  const headers = { ...reply.getHeaders(), 'content-length': Buffer.byteLength(payload) };
  const own = Object.entries(headers).filter(([name]) => name !== REQUEST_ID);
  return { payload: Buffer.from(payload), headers: own.flatMap(([name, value]) => [name, String(value)]) };
}
