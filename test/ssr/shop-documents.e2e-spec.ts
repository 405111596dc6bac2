import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newShopper, type TestUser } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import type { ServerProcess } from '../support/servers/server.js';
import {
  readPublicProduct,
  initialDataIn,
  inHead,
  openShopfront,
  requestPage,
  pathOf,
  schemaNodes,
  STORE_NAME,
  TITLE,
  STORE_URL,
  type Page,
  type Shopfront,
} from '../support/servers/shopfront.js';

let server: ServerProcess;
let admin: TestUser;
let manager: TestUser;
let section: Shopfront['section'];
let product: TestProduct;
let hostile: TestProduct;
beforeAll(async () => {
  ({ server, admin, manager, section, product, hostile } = await openShopfront());
});

const page = (path: string, headers?: Record<string, string>, method?: string): Promise<Page> =>
  requestPage(server, path, headers, method);

const publicView = (made: TestProduct): Promise<TestProduct> => readPublicProduct(server, made);

describe('HTML caching and freshness', () => {
  it('returns 304 for a matching ETag', async () => {
    const path = pathOf('products', product);
    const { etag = '' } = (await page(path)).headers;
    expect((await page(path)).headers).toMatchObject({
      etag,
      'cache-control': 'no-cache',
      vary: 'accept-encoding, accept-language',
    });
    for (const encoding of ['br', 'gzip', 'identity']) {
      const revalidated = await page(path, { 'if-none-match': etag, 'accept-encoding': encoding });
      expect([revalidated.status, revalidated.bytes.length, revalidated.headers.etag]).toEqual([
        304,
        0,
        etag,
      ]);
    }
    expect((await page(path, { 'if-none-match': '"another"' })).status).toBe(200);
    const { etag: notFoundEtag = '' } = (await page('/nothing')).headers;
    expect((await page('/nothing', { 'if-none-match': notFoundEtag })).status).toBe(404);
  });

  it('compresses the page as requested', async () => {
    const path = pathOf('products', hostile);
    const plain = await page(path);
    const br = await page(path, { 'accept-encoding': 'gzip, br' });
    const gzip = await page(path, { 'accept-encoding': 'gzip' });
    expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'br',
      'gzip',
    ]);
    expect(brotliDecompressSync(br.bytes)).toEqual(plain.bytes);
    expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes);
    const head = await page(path, {}, 'HEAD');
    expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(plain.bytes.length),
    ]);
  });

  it('shows each change of a product immediately', async () => {
    const changing = await publicView(await newProduct(server, manager, { sectionId: section.id }));
    const path = pathOf('products', changing);
    const edit = async (changes: object): Promise<void> => {
      const staff = server.client.as(manager);
      const { version } = bodyOf(await staff.get<TestProduct>(`/admin/products/${changing.id}`), 200);
      bodyOf(await staff.patch(`/admin/products/${changing.id}`, { version, ...changes }), 200);
    };
    const productEntity = async (): Promise<unknown> => schemaNodes(await page(path))[0];
    for (const ratePerUnit of [1, 22, 333]) {
      await edit({ ratePerUnit });
      expect(await productEntity()).toMatchObject({ offers: { price: (ratePerUnit / 100).toFixed(2) } });
      expect(initialDataIn(await page(path))[`/api/v1${path}`]).toMatchObject({ ratePerUnit });
    }
    await newOrder(server, await newShopper(server), { [changing.id]: 100 });
    expect(await productEntity()).toMatchObject({
      offers: { availability: 'https://schema.org/OutOfStock' },
    });
    await edit({ published: false });
    expect((await page(path)).status).toBe(404);
    await edit({ published: true, name: `${changing.name} renamed` });
    expect((await page(path)).status).toBe(301);
    expect((await page(`${path}-renamed`)).status).toBe(200);
  });

  it('shows a section’s new name immediately, and lists the sections on every page', async () => {
    const { id, version, name } = await newSection(server, admin);
    const { slug } = bodyOf(await server.client.get<Shopfront['section']>(`/sections/${id}`), 200);
    expect(inHead(await page(`/sections/${slug}`), TITLE)).toContain(name);
    expect((await page('/cart')).html).toContain(name);
    const renamed = { version, name: `${name} renamed` };
    bodyOf(await server.client.as(admin).patch(`/admin/sections/${id}`, renamed), 200);
    expect((await page(`/sections/${slug}`)).status).toBe(301);
    expect(inHead(await page(`/sections/${slug}-renamed`), TITLE)).toContain(`${name} renamed`);
    expect((await page('/cart')).html).toContain(`${name} renamed`);
  });
});

it('renders a page once for concurrent requests, with the same ETag in each rendering', async () => {
  const path = pathOf(
    'products',
    await publicView(await newProduct(server, manager, { sectionId: section.id })),
  );
  const pages = await Promise.all(Array.from({ length: 8 }, () => page(path)));
  const [etag] = pages.map(({ headers }) => headers.etag);
  expect(pages.every(({ status, headers }) => status === 200 && headers.etag === etag)).toBe(true);
  await server.restart();
  expect((await page(path)).headers.etag).toBe(etag);
});

describe('files for robots and devices', () => {
  it('include a robots.txt with excluded paths and the sitemap', async () => {
    const { status, headers, html } = await page('/robots.txt');
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(html).toContain('User-agent: *\nAllow: /\n');
    for (const path of ['/cart', '/checkout', '/orders', '/account', '/sign-in', '/admin/'])
      expect(html).toContain(`\nDisallow: ${path}\n`);
    expect(html).toContain(`\nSitemap: ${STORE_URL}/sitemap.xml\n`);
  });

  it('include a sitemap of published pages with their modification dates', async () => {
    const hidden = await newProduct(server, manager, { sectionId: section.id, published: false });
    const { status, headers, html } = await page('/sitemap.xml');
    expect([status, headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
    expect(html).toContain('<loc>https://shop.example/a&amp;b/</loc>');
    expect(html).toContain(
      `<loc>https://shop.example/a&amp;b${pathOf('sections', section)}</loc><lastmod>20`,
    );
    expect(html).toContain(
      `<loc>https://shop.example/a&amp;b${pathOf('products', hostile)}</loc><lastmod>20`,
    );
    expect(html).not.toContain(hidden.name.toLowerCase().replaceAll(' ', '-'));
    const compressed = await page('/sitemap.xml', { 'accept-encoding': 'br, gzip' });
    expect(compressed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(compressed.bytes).toString()).toBe(html);
    expect((await page('/sitemap.xml', { 'if-none-match': headers.etag ?? '' })).status).toBe(304);
    for (const path of ['/sitemap-1.xml', '/sitemap-0.xml', '/sitemap-x.xml', '/sitemap-99999999999.xml'])
      expect([path, (await page(path)).status]).toEqual([path, 404]);
  });

  it('include a manifest with the store’s name', async () => {
    const { status, headers, html } = await page('/manifest.webmanifest', { accept: '*/*' });
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'application/manifest+json; charset=utf-8',
      'no-cache',
    ]);
    expect(JSON.parse(html)).toMatchObject({ name: STORE_NAME, start_url: '/', display: 'standalone' });
  });
});

it('serves built assets precompressed', async () => {
  const { html } = await page('/');
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const br = await page(script, { accept: '*/*', 'accept-encoding': 'br' });
  const plain = await page(script, { accept: '*/*' });
  expect([br.status, br.headers['content-encoding']]).toEqual([200, 'br']);
  expect(brotliDecompressSync(br.bytes)).toEqual(plain.bytes);
});
