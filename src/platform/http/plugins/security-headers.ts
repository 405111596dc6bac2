import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';

const DIRECTIVES = {
  'default-src': ["'self'"],
  'base-uri': ["'self'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'", 'data:'],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'object-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
};

/** API data is not an HTML page: it loads and opens nothing. */
const DATA_DIRECTIVES = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] };

/** Headers that only concern HTML pages. Sent with data, they would slow a cached response by a tenth. */
const HTML_ONLY_HEADERS = new Set([
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
]);

/** Swagger UI has style elements in its page. Its scripts are restricted like all others. */
const DOCS_DIRECTIVES = { ...DIRECTIVES, 'style-src': ["'self'", "'unsafe-inline'"] };

/** The queue board has them too, and the back office shows it in a frame. */
const QUEUES_DIRECTIVES = {
  ...DIRECTIVES,
  'style-src': ["'self'", "'unsafe-inline'"],
  'frame-ancestors': ["'self'"],
};

/** Names and values of headers. */
export type Headers = Readonly<Record<string, string>>;

/** The security headers of each kind of response. */
export interface SecurityHeaders {
  readonly pages: Headers;
  /** The API, and problems that Fastify never sees. */
  readonly data: Headers;
  readonly docs: Headers;
  readonly queues: Headers;
}

/** Computes helmet's headers. They are the same for each request: per request, they would slow a cached list by a tenth. */
export async function securityHeaders(https: boolean): Promise<SecurityHeaders> {
  return {
    pages: await headersOf(options(https, DIRECTIVES)),
    data: without(HTML_ONLY_HEADERS, await headersOf(options(https, DATA_DIRECTIVES))),
    docs: await headersOf(options(https, DOCS_DIRECTIVES)),
    queues: await headersOf(options(https, QUEUES_DIRECTIVES, 'sameorigin')),
  };
}

/** Adds the security headers to every response. Call it before all hooks that may respond. */
export function setSecurityHeaders(server: FastifyInstance, headers: SecurityHeaders): void {
  const bySegment: ReadonlyMap<string | undefined, Headers> = new Map([
    ['api', headers.data],
    ['docs', headers.docs],
    ['queues', headers.queues],
  ]);
  server.addHook('onRequest', (request, reply, done) => {
    const [, segment] = /^\/(\w+)(?:[/?]|$)/.exec(request.url) ?? [];
    reply.headers(bySegment.get(segment) ?? headers.pages);
    done();
  });
}

/** Enables HSTS where browsers use HTTPS only, so that a developer's browser does not remember it. */
function options(
  https: boolean,
  directives: Record<string, string[]>,
  framedBy: 'deny' | 'sameorigin' = 'deny',
): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: framedBy },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  };
}

/** Returns the headers that helmet sets on the response of a server without other headers. */
async function headersOf(helmetOptions: FastifyHelmetOptions): Promise<Headers> {
  const bare = fastify();
  await bare.register(helmet, helmetOptions);
  bare.get('/', (_, reply) => reply.send());
  const { headers } = await bare.inject('/');
  await bare.close();
  const allValues = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return without(
    new Set(['content-length', 'content-type', 'connection', 'date']),
    Object.fromEntries(allValues),
  );
}

function without(names: ReadonlySet<string>, headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));
}
