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

/** Swagger UI carries style elements in its page; its scripts stay as strict as all others. */
const DIRECTIVES_OF_DOCS = { ...DIRECTIVES, 'style-src': ["'self'", "'unsafe-inline'"] };

/**
 * Gives every answer the headers that helmet has for it. They are the same for each request, so helmet makes them once:
 * run for each, it would cost a cached list a tenth of its time.
 */
export async function secureAnswers(server: FastifyInstance, production: boolean): Promise<void> {
  const headers = await headersOf(options(production, DIRECTIVES));
  const headersOfDocs = await headersOf(options(production, DIRECTIVES_OF_DOCS));
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(/^\/docs(?:[/?]|$)/.test(request.url) ? headersOfDocs : headers);
    done();
  });
}

/** HTTPS is promised in production alone, so that a developer's browser does not remember it. */
function options(production: boolean, directives: Record<string, string[]>): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: production ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
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
  const own = new Set(['content-length', 'content-type', 'connection', 'date']);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (own.has(name) ? [] : [[name, String(value)]])),
  );
}
