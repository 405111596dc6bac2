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

/** Data is no document: it loads nothing, and opens nothing. */
const DIRECTIVES_OF_DATA = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] };

/** What concerns documents alone is not sent with data: it would cost a cached answer a tenth of its time. */
const FOR_DOCUMENTS_ALONE = new Set([
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
]);

/** Swagger UI carries style elements in its page; its scripts stay as strict as all others. */
const DIRECTIVES_OF_DOCS = { ...DIRECTIVES, 'style-src': ["'self'", "'unsafe-inline'"] };

/** So does the queue board, which the back office shows in a frame of its own. */
const DIRECTIVES_OF_QUEUES = {
  ...DIRECTIVES,
  'style-src': ["'self'", "'unsafe-inline'"],
  'frame-ancestors': ["'self'"],
};

/**
 * Gives every answer the headers that helmet has for it. They are the same for each request, so helmet makes them once:
 * run for each, it would cost a cached list a tenth of its time.
 */
export async function setSecurityHeaders(server: FastifyInstance, production: boolean): Promise<void> {
  const headers = await headersOf(options(production, DIRECTIVES));
  const headersOfData = without(
    FOR_DOCUMENTS_ALONE,
    await headersOf(options(production, DIRECTIVES_OF_DATA)),
  );
  const headersOfDocs = await headersOf(options(production, DIRECTIVES_OF_DOCS));
  const headersOfQueues = await headersOf(options(production, DIRECTIVES_OF_QUEUES, 'sameorigin'));
  const byFirstStep: ReadonlyMap<string | undefined, Record<string, string>> = new Map([
    ['api', headersOfData],
    ['docs', headersOfDocs],
    ['queues', headersOfQueues],
  ]);
  server.addHook('onRequest', (request, reply, done) => {
    const [, step] = /^\/(\w+)(?:[/?]|$)/.exec(request.url) ?? [];
    reply.headers(byFirstStep.get(step) ?? headers);
    done();
  });
}

/** HTTPS is promised in production alone, so that a developer's browser does not remember it. */
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

/** What helmet sets on an answer of a server that sets nothing else. */
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
