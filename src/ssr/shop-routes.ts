import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { encodingFor, type Encoding } from './html/content-encoding.js';
import type { Sitemap } from './seo/sitemap.js';
import type { ShopAssets } from './shop-assets.js';
import type { ShopDocuments } from './shop-documents.js';
import { SHOP_DOCUMENT } from './spa-rewrite.js';

const decompress = promisify(gunzip);

interface Storefront {
  readonly documents: ShopDocuments;
  readonly files: ShopAssets;
  readonly sitemap: Sitemap;
}

/** Serves the pages of the shop, whose URLs `spaRewrite` maps to the HTML page, and the files for robots and devices. */
export function serveShopPages(server: FastifyInstance, { documents, files, sitemap }: Storefront): void {
  server.get(SHOP_DOCUMENT, async (request, reply) => {
    const document = await documents.at({
      url: request.originalUrl,
      languages: request.headers['accept-language'],
      address: request.ip,
    });
    if (document === undefined) return notFound(reply);
    if ('movedTo' in document) return redirect(request, reply, document.movedTo);
    // Answer 404 even if the client has the page cached.
    if (document.status !== 200) delete request.headers['if-none-match'];
    const encoding = encodingFor(request.headers['accept-encoding']);
    void reply.status(document.status).header('etag', document.etag).type('text/html; charset=utf-8');
    return send(reply, encoding, await document.body(encoding), 'accept-encoding, accept-language');
  });
  server.get('/robots.txt', async (_, reply) => {
    const robots = await files.robots();
    return reply.header('cache-control', 'no-cache').type('text/plain; charset=utf-8').send(robots);
  });
  server.get('/manifest.webmanifest', async (_, reply) => {
    const manifest = await files.manifest();
    return reply.header('cache-control', 'no-cache').type('application/manifest+json').send(manifest);
  });
  server.get('/sitemap.xml', async (request, reply) => sendXml(request, reply, await sitemap.index()));
  server.get<{ Params: { number: string } }>('/sitemap-:number(^\\d{1,6}$).xml', async (request, reply) =>
    sendXml(request, reply, await sitemap.part(Number(request.params.number))),
  );
}

async function sendXml(
  request: FastifyRequest,
  reply: FastifyReply,
  compressed: Buffer | undefined,
): Promise<FastifyReply> {
  if (compressed === undefined) return notFound(reply);
  const acceptsGzip = encodingFor(request.headers['accept-encoding'], ['gzip']) === 'gzip';
  void reply.type('application/xml; charset=utf-8');
  return send(
    reply,
    acceptsGzip ? 'gzip' : 'identity',
    acceptsGzip ? compressed : await decompress(compressed),
  );
}

/** Redirects to the new address of a page, with the filters of the list in its query. */
function redirect({ originalUrl }: FastifyRequest, reply: FastifyReply, path: string): FastifyReply {
  const start = originalUrl.indexOf('?');
  const query = start === -1 ? '' : originalUrl.slice(start);
  return reply.header('cache-control', 'no-cache').redirect(path + query, 301);
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

function send(reply: FastifyReply, encoding: Encoding, body: Buffer, vary = 'accept-encoding'): FastifyReply {
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  return reply.header('cache-control', 'no-cache').header('vary', vary).send(body);
}
