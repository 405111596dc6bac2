import { get as httpGet, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { newProduct, newSection, type TestProduct } from './factories/catalog.js';
import { newOrder } from './factories/orders.js';
import { newManager, newShopper, theAdmin, type TestUser } from './factories/users.js';
import { bodyOf } from './setup/client.js';
import { startServer, type Server } from './setup/server.js';

const URL_OF_STORE = 'https://shop.example/a&b';
const STORE_NAME = `Asha's "Basket" & </title><script>`;
/** What somebody could write who wants to break the page. */
const HOSTILE = `</script><script>alert(1)</script> "quoted" & 'single' <!-- \u2028 $& $1`;

interface Section {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly version: number;
}

interface Product extends TestProduct {
  readonly slug: string;
}

interface Page {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly html: string;
}

let server: Server;
let admin: TestUser;
let manager: TestUser;
let section: Section;
let product: Product;
let hostile: Product;
beforeAll(async () => {
  server = await startServer({ env: { PUBLIC_URL: URL_OF_STORE, STORE_NAME } });
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
  const { id } = await newSection(server, admin, 'फल & Fruit');
  section = bodyOf(await server.client.get<Section>(`/sections/${id}`), 200);
  product = await shown(
    await newProduct(server, manager, { sectionId: id, ratePerUnit: 12_345, brand: 'Nandi' }),
  );
  hostile = await shown(
    await newProduct(server, manager, { sectionId: id, name: HOSTILE, description: HOSTILE }),
  );
});

async function shown({ id }: TestProduct): Promise<Product> {
  return bodyOf(await server.client.get<Product>(`/products/${id}`), 200);
}

/** Asks for an address exactly as it is written. */
function page(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Page> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const request = httpGet(
      { hostname, port, path, method, headers: { accept: 'text/html', ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            html: bytes.toString(),
          });
        });
      },
    );
    request.on('error', reject);
  });
}

const pathOf = (folder: string, { slug }: { slug: string }): string =>
  `/${folder}/${encodeURIComponent(slug)}`;

/** The text of the first answers, as it was before it was made fit for a script element. */
function firstAnswersIn({ html }: Page): Record<string, string> {
  const text = /<script type="application\/json" id="first-answers">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
  const plain = text.replace(/\\u(003c|2028|2029)/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  const addresses = Object.keys(JSON.parse(text) as object);
  const starts = addresses.map((address) => plain.indexOf(`${JSON.stringify(address)}:`));
  return Object.fromEntries(
    addresses.map((address, i) => {
      const from = (starts[i] ?? 0) + JSON.stringify(address).length + 1;
      return [address, plain.slice(from, (starts[i + 1] ?? plain.length) - 1)];
    }),
  );
}

/** What schema.org knows of a page. */
function thingsOn({ html }: Page): Record<string, unknown>[] {
  const found = html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g);
  return [...found].map(([, json = '']) => JSON.parse(json) as Record<string, unknown>);
}

const inHead = ({ html }: Page, element: RegExp): string | undefined => element.exec(html)?.[1];
const TITLE = /<title>([^<]*)<\/title>/;
const ROBOTS = /<meta name="robots" content="([^"]*)">/;
const CANONICAL = /<link rel="canonical" href="([^"]*)">/;
const ESCAPED_NAME = 'Asha&#39;s &quot;Basket&quot; &amp; &lt;/title&gt;&lt;script&gt;';

describe('a document', () => {
  it.each<[string, () => string, () => string[]]>([
    ['the front page', () => '/', () => ['/api/v1/products?inStock=true&limit=12&sort=newest']],
    [
      'a section',
      () => pathOf('sections', section),
      () => [`/api/v1/products?limit=24&section=${encodeURIComponent(section.slug)}`],
    ],
    [
      'a section by its id',
      () => `/sections/${section.id}`,
      () => [`/api/v1/products?limit=24&section=${section.id}`],
    ],
    ['a section that is sorted', () => `${pathOf('sections', section)}?sort=rate`, () => []],
    ['a product', () => pathOf('products', product), () => [`/api/v1${pathOf('products', product)}`]],
    [
      'a product with a hostile name',
      () => pathOf('products', hostile),
      () => [`/api/v1${pathOf('products', hostile)}`],
    ],
    ['a product by its id', () => `/products/${product.id}`, () => [`/api/v1/products/${product.id}`]],
    ['the cart', () => '/cart', () => []],
    ['what is not there', () => '/nothing', () => []],
  ])('of %s has the first answers, letter for letter', async (_, path, more) => {
    const answers = firstAnswersIn(await page(path()));
    expect(Object.keys(answers)).toEqual(['/api/v1/store', '/api/v1/sections', ...more()]);
    for (const [address, json] of Object.entries(answers)) {
      const answer = await fetch(server.url + address);
      expect([address, answer.status, json]).toEqual([address, 200, await answer.text()]);
    }
  });

  it('of the front page says what the store is, and how to search in it', async () => {
    const home = await page('/');
    expect(home.status).toBe(200);
    expect(inHead(home, TITLE)).toBe(`Groceries by the gram, fresh every day · ${ESCAPED_NAME}`);
    expect(inHead(home, CANONICAL)).toBe('https://shop.example/a&amp;b/');
    expect(home.html).toContain('<html lang="en-IN">');
    expect(home.html).toContain('<div id="app"></div>');
    expect(inHead(home, ROBOTS)).toBeUndefined();
    expect(thingsOn(home)).toEqual([
      expect.objectContaining({
        '@type': 'WebSite',
        name: STORE_NAME,
        potentialAction: expect.objectContaining({
          target: { '@type': 'EntryPoint', urlTemplate: `${URL_OF_STORE}/search?q={search_term_string}` },
        }) as object,
      }),
      expect.objectContaining({ '@type': 'GroceryStore', name: STORE_NAME, currenciesAccepted: 'INR' }),
    ]);
  });

  it('of a product says what it is, what it costs, whether it can be had, and where it is', async () => {
    const found = await page(pathOf('products', product));
    const address = URL_OF_STORE + pathOf('products', product);
    expect(inHead(found, TITLE)).toBe(`${product.name} · ${ESCAPED_NAME}`);
    expect(inHead(found, CANONICAL)).toBe(address.replace('&', '&amp;'));
    expect(found.html).toContain('<meta property="og:type" content="product">');
    expect(found.html).toContain('<meta property="product:price:amount" content="123.45">');
    expect(inHead(found, /<meta name="description" content="([^"]*)">/)).toContain('₹123.45 / piece');
    expect(thingsOn(found)).toEqual([
      expect.objectContaining({
        '@type': 'Product',
        name: product.name,
        brand: { '@type': 'Brand', name: 'Nandi' },
        offers: expect.objectContaining({
          price: '123.45',
          priceCurrency: 'INR',
          availability: 'https://schema.org/InStock',
          url: address,
        }) as object,
      }),
      expect.objectContaining({
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: STORE_NAME, item: `${URL_OF_STORE}/` },
          {
            '@type': 'ListItem',
            position: 2,
            name: section.name,
            item: URL_OF_STORE + pathOf('sections', section),
          },
          { '@type': 'ListItem', position: 3, name: product.name, item: address },
        ],
      }),
    ]);
  });

  it('has nothing in it that a name could begin or end', async () => {
    for (const path of [pathOf('products', hostile), pathOf('sections', section), '/']) {
      const { html } = await page(path);
      expect(html).not.toMatch(/<script>|alert\(1\)<\/|<!-- \u2028/);
      expect(html.match(/<title>/g)).toHaveLength(1);
      const scripts = html.match(/<script\b/g)?.length;
      expect(html.match(/<\/script>/g)).toHaveLength(scripts ?? -1);
    }
    const found = await page(pathOf('products', hostile));
    expect(thingsOn(found)[0]).toMatchObject({ name: hostile.name });
    const answer = JSON.parse(
      firstAnswersIn(found)[`/api/v1${pathOf('products', hostile)}`] ?? '',
    ) as Product;
    expect(answer).toEqual(hostile);
  });

  it.each([
    '/search?q=rice',
    '/cart',
    '/checkout',
    '/orders',
    '/orders/7',
    '/orders/7/placed',
    '/account',
    '/account/password',
    '/account/sessions',
    '/account/mail',
    '/sign-in',
    '/register',
    '/forgot-password',
    '/reset-password?token=secret',
    '/section-requests',
    '/offline',
  ])('of %s is a page, and nobody’s to find', async (path) => {
    const found = await page(path);
    expect([found.status, inHead(found, ROBOTS), inHead(found, CANONICAL)]).toEqual([
      200,
      'noindex',
      undefined,
    ]);
    expect(found.html).not.toContain('secret');
  });

  it.each([
    '/nothing',
    '/products',
    '/products/no-such-product',
    '/products/00000000-0000-7000-8000-000000000000',
    '/sections/no-such-section',
    '/products/%E0%A4%A',
    '/%',
    '/%00',
    '/products/%00',
    '/products/%ff%fe',
    '/products/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '//evil.example/',
    '/products/a/b/c',
    '/products/__proto__',
    '/sections/constructor',
    `/${'a'.repeat(10_000)}`,
    `/products/${'%41'.repeat(3_000)}`,
    `/sections/x?${'q=1&'.repeat(2_000)}`,
    "/products/' OR 1=1 --".replaceAll(' ', '%20'),
  ])('of %.60s is that of a page that is not there', async (path) => {
    const found = await page(path);
    expect(found.status).toBe(404);
    expect(found.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(inHead(found, TITLE)).toBe(`Page not found · ${ESCAPED_NAME}`);
    expect(inHead(found, ROBOTS)).toBe('noindex');
    expect(found.html).toContain('<div id="app"></div>');
  });

  it('is not for what is no page', async () => {
    for (const path of ['/assets/gone.js', '/favicon.png', '/api/v1/nothing', '/media/gone.webp', '/.env'])
      expect([path, (await page(path)).headers['content-type']]).toEqual([
        path,
        'application/problem+json; charset=utf-8',
      ]);
    const asData = await page(pathOf('products', product), { accept: 'application/json' });
    expect(asData.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const preview = await page(pathOf('products', product), { accept: '*/*' });
    expect(preview.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('by its own name is one that may become any page', async () => {
    const shell = await page('/index.html?__WB_REVISION__=1', { accept: '*/*' });
    expect([shell.status, inHead(shell, TITLE), inHead(shell, ROBOTS)]).toEqual([
      200,
      ESCAPED_NAME,
      'noindex',
    ]);
    expect(firstAnswersIn(shell)).toEqual({});
  });
});

describe('asked for again, a document', () => {
  it('is not sent to who has it', async () => {
    const path = pathOf('products', product);
    const { etag = '' } = (await page(path)).headers;
    expect((await page(path)).headers).toMatchObject({
      etag,
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
    });
    for (const encoding of ['br', 'gzip', 'identity']) {
      const again = await page(path, { 'if-none-match': etag, 'accept-encoding': encoding });
      expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag]);
    }
    expect((await page(path, { 'if-none-match': '"another"' })).status).toBe(200);
    const { etag: ofNothing = '' } = (await page('/nothing')).headers;
    expect((await page('/nothing', { 'if-none-match': ofNothing })).status).toBe(404);
  });

  it('comes as it is taken', async () => {
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

  it('shows each change at once', async () => {
    const one = await shown(await newProduct(server, manager, { sectionId: section.id }));
    const path = pathOf('products', one);
    const edit = async (changes: object): Promise<void> => {
      const staff = server.client.as(manager);
      const { version } = bodyOf(await staff.get<TestProduct>(`/admin/products/${one.id}`), 200);
      bodyOf(await staff.patch(`/admin/products/${one.id}`, { version, ...changes }), 200);
    };
    const thing = async (): Promise<unknown> => thingsOn(await page(path))[0];
    for (const ratePerUnit of [1, 22, 333]) {
      await edit({ ratePerUnit });
      expect(await thing()).toMatchObject({ offers: { price: (ratePerUnit / 100).toFixed(2) } });
      expect(JSON.parse(firstAnswersIn(await page(path))[`/api/v1${path}`] ?? '')).toMatchObject({
        ratePerUnit,
      });
    }
    await newOrder(server, await newShopper(server), { [one.id]: 100 });
    expect(await thing()).toMatchObject({ offers: { availability: 'https://schema.org/OutOfStock' } });
    await edit({ published: false });
    expect((await page(path)).status).toBe(404);
    await edit({ published: true, name: `${one.name} anew` });
    expect((await page(path)).status).toBe(404);
    expect((await page(`${path}-anew`)).status).toBe(200);
  });

  it('shows a section’s new name at once, and the sections on every page', async () => {
    const { id, version, name } = await newSection(server, admin);
    const { slug } = bodyOf(await server.client.get<Section>(`/sections/${id}`), 200);
    expect(inHead(await page(`/sections/${slug}`), TITLE)).toContain(name);
    expect((await page('/cart')).html).toContain(name);
    const renamed = { version, name: `${name} anew` };
    bodyOf(await server.client.as(admin).patch(`/admin/sections/${id}`, renamed), 200);
    expect((await page(`/sections/${slug}`)).status).toBe(404);
    expect(inHead(await page(`/sections/${slug}-anew`), TITLE)).toContain(`${name} anew`);
    expect((await page('/cart')).html).toContain(`${name} anew`);
  });
});

describe('robots and devices', () => {
  it('are told where they need not go, and where the sitemap is', async () => {
    const { status, headers, html } = await page('/robots.txt');
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(html).toContain('User-agent: *\nAllow: /\n');
    for (const path of ['/cart', '/checkout', '/orders', '/account', '/sign-in', '/admin/'])
      expect(html).toContain(`\nDisallow: ${path}\n`);
    expect(html).toContain(`\nSitemap: ${URL_OF_STORE}/sitemap.xml\n`);
  });

  it('find in the sitemap what is published, and when it was changed', async () => {
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
    const packed = await page('/sitemap.xml', { 'accept-encoding': 'br, gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.bytes).toString()).toBe(html);
    expect((await page('/sitemap.xml', { 'if-none-match': headers.etag ?? '' })).status).toBe(304);
    for (const path of ['/sitemap-1.xml', '/sitemap-0.xml', '/sitemap-x.xml', '/sitemap-99999999999.xml'])
      expect([path, (await page(path)).status]).toEqual([path, 404]);
  });

  it('can install the shop under the store’s own name', async () => {
    const { status, headers, html } = await page('/manifest.webmanifest', { accept: '*/*' });
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'application/manifest+json; charset=utf-8',
      'no-cache',
    ]);
    expect(JSON.parse(html)).toMatchObject({ name: STORE_NAME, start_url: '/', display: 'standalone' });
  });
});

it('the front ends’ own files come compressed from the build', async () => {
  const { html } = await page('/');
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const br = await page(script, { accept: '*/*', 'accept-encoding': 'br' });
  const plain = await page(script, { accept: '*/*' });
  expect([br.status, br.headers['content-encoding']]).toEqual([200, 'br']);
  expect(brotliDecompressSync(br.bytes)).toEqual(plain.bytes);
});
