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

/**
 * Adds helmet's headers to every response. They are the same for each request, so helmet computes them once: per request,
 * it would slow a cached list by a tenth.
 */
export async function setSecurityHeaders(server: FastifyInstance, production: boolean): Promise<void> {
  const headers = await headersOf(options(production, DIRECTIVES));
  const dataHeaders = without(HTML_ONLY_HEADERS, await headersOf(options(production, DATA_DIRECTIVES)));
  const docsHeaders = await headersOf(options(production, DOCS_DIRECTIVES));
  const queuesHeaders = await headersOf(options(production, QUEUES_DIRECTIVES, 'sameorigin'));
  const headersBySegment: ReadonlyMap<string | undefined, Record<string, string>> = new Map([
    ['api', dataHeaders],
    ['docs', docsHeaders],
    ['queues', queuesHeaders],
  ]);
  server.addHook('onRequest', (request, reply, done) => {
    const [, segment] = /^\/(\w+)(?:[/?]|$)/.exec(request.url) ?? [];
    reply.headers(headersBySegment.get(segment) ?? headers);
    done();
  });
}

/** Enables HSTS in production only, so that a developer's browser does not remember it. */
function options(
  production: boolean,
  directives: Record<string, string[]>,
  framedBy: 'deny' | 'sameorigin' = 'deny',
): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: production ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: framedBy },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  };
}

/** Returns the headers that helmet sets on the response of a server without other headers. */
async function headersOf(helmetOptions: FastifyHelmetOptions): Promise<Record<string, string>> {
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

function without(names: ReadonlySet<string>, headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));
}
