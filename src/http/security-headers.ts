import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

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

/** The headers of every answer. HTTPS is promised in production alone, so that a developer's browser does not remember it. */
export function securityHeaders(production: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES },
    strictTransportSecurity: production ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  };
}

/** Swagger UI carries style elements in its page; its scripts stay as strict as all others. */
export function allowStylesOfDocs(server: FastifyInstance): void {
  const policy = Object.entries({ ...DIRECTIVES, 'style-src': ["'self'", "'unsafe-inline'"] })
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join(';');
  server.addHook('onSend', async (request, reply) => {
    if (/^\/docs(?:[/?]|$)/.test(request.url)) reply.header('content-security-policy', policy);
  });
}
