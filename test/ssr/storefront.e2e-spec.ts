import { changeProduct, newProduct, type TestProduct } from '../factories/catalog.js';
import type { TestUser } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import {
  CANONICAL,
  ESCAPED_NAME,
  initialDataIn,
  inHead,
  openShopfront,
  requestPage,
  pathOf,
  schemaNodes,
  ROBOTS,
  STORE_NAME,
  TITLE,
  STORE_URL,
  type Page,
  type Shopfront,
} from '../support/servers/shopfront.js';

let server: Server;
let manager: TestUser;
let section: Shopfront['section'];
let product: TestProduct;
let hostile: TestProduct;
beforeAll(async () => {
  ({ server, manager, section, product, hostile } = await openShopfront());
});

const page = (path: string, headers?: Record<string, string>, method?: string): Promise<Page> =>
  requestPage(server, path, headers, method);

/** Returns the server-rendered markup of a page in a language. */
function renderedOn({ html }: Page, language: string): string {
  const start = `<div id="app" data-ssr="${language}">`;
  expect(html).toContain(start);
  return html.slice(html.indexOf(start) + start.length, html.indexOf('<script type="application/json"'));
}

describe('a server-rendered page', () => {
  it('shows a product before any script runs', async () => {
    const rendered = renderedOn(await page(pathOf('products', product)), 'en');
    expect(rendered).toMatch(new RegExp(`<h1[^>]*>${product.name}</h1>`));
    expect(rendered).toContain('₹123.45');
  });

  it('shows the products of a section, and new products on the home page', async () => {
    for (const path of [pathOf('sections', section), `/sections/${section.id}`, '/'])
      expect(renderedOn(await page(path), 'en')).toContain(`href="/products/${product.slug}"`);
  });

  it('uses the language of each request, also for concurrent requests', async () => {
    const path = pathOf('products', product);
    const [hindi, english] = await Promise.all([
      page(path, { 'accept-language': 'hi-IN,hi;q=0.9' }),
      page(path, { 'accept-language': 'en' }),
    ]);
    expect(hindi.html).toContain('<html lang="hi">');
    expect(renderedOn(hindi, 'hi')).toContain('साइन इन');
    expect(english.html).toContain('<html lang="en-IN">');
    expect(renderedOn(english, 'en')).not.toContain('साइन इन');
    expect([hindi.headers.vary, english.headers.vary]).toEqual(
      Array(2).fill('accept-encoding, accept-language'),
    );
    expect(hindi.headers.etag).not.toBe(english.headers.etag);
  });

  it('has neither inline styles nor elements from names', async () => {
    for (const path of [pathOf('products', hostile), pathOf('sections', section), '/']) {
      const rendered = renderedOn(await page(path), 'en');
      expect(rendered).not.toMatch(/ style=|<style|<script|<!-- \u2028/);
      expect(rendered).toContain('&lt;/script&gt;&lt;script&gt;alert(1)');
    }
  });

  it('is rendered again when its data has changed', async () => {
    const changed = await newProduct(server, manager, { sectionId: section.id, name: 'Before' });
    const path = `/products/${changed.id}`;
    expect(renderedOn(await page(path), 'en')).toContain('Before');
    bodyOf(await changeProduct(server, manager, changed, { name: 'Afterwards' }), 200);
    expect(renderedOn(await page(path), 'en')).toContain('Afterwards');
  });

  it.each(['/cart', '/search?q=rice&sort=rate', '/sign-in', '/nothing'])(
    'does not exist for %s, which the browser renders',
    async (path) => {
      expect((await page(path)).html).toContain('<div id="app"></div>');
    },
  );

  it('has the results of a search, also of none, and of all products', async () => {
    const found = await page(`/search?q=${encodeURIComponent(` ${product.name} `)}&`);
    expect(renderedOn(found, 'en')).toContain(product.name);
    expect(found.html).toContain(`Results for “${product.name}”`);
    expect(Object.keys(initialDataIn(found))).toContainEqual(
      expect.stringMatching(/^\/api\/v1\/products\?limit=24&q=/),
    );
    const nothing = renderedOn(await page('/search?q=xyzzyplugh'), 'en');
    expect(nothing).toContain('xyzzyplugh');
    expect(nothing).not.toContain('<script');
    expect(renderedOn(await page('/search'), 'en')).toContain('Everything in the store');
    const script = renderedOn(await page(`/search?q=${encodeURIComponent('</script><b>')}`), 'en');
    expect(script).not.toContain('<b>');
  });

  it('does not exist for a sorted or filtered section', async () => {
    const { html } = await page(`${pathOf('sections', section)}?sort=rate`);
    expect(html).toContain('<div id="app"></div>');
  });
});

describe('HTML pages', () => {
  it.each<[string, () => string, () => string[]]>([
    [
      'the home page',
      () => '/',
      () => [
        '/api/v1/products?byWeight=true&inStock=true&limit=24',
        expect.stringMatching(
          /^\/api\/v1\/products\?inStock=true&limit=12&madeAfter=\d{4}-\d\d-\d\d&sort=rate$/,
        ) as string,
        '/api/v1/products?inStock=true&limit=12&sort=newest',
      ],
    ],
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
    ['an unknown page', () => '/nothing', () => []],
  ])('contain the API’s own responses for %s as initial data', async (_, path, expectedPaths) => {
    const initialData = initialDataIn(await page(path()));
    const urls = ['/api/v1/store', '/api/v1/sections', ...expectedPaths()];
    expect(Object.keys(initialData)).toHaveLength(urls.length);
    expect(Object.keys(initialData)).toEqual(expect.arrayContaining(urls));
    for (const [url, data] of Object.entries(initialData)) {
      const response = await fetch(server.url + url);
      expect([url, response.status]).toEqual([url, 200]);
      expect(await response.json()).toMatchObject(data as object);
    }
  });

  it('describe the store and its search on the home page', async () => {
    const home = await page('/');
    expect(home.status).toBe(200);
    expect(inHead(home, TITLE)).toBe(`Groceries by the gram, fresh every day · ${ESCAPED_NAME}`);
    expect(inHead(home, CANONICAL)).toBe('https://shop.example/a&amp;b/');
    expect(home.html).toContain('<html lang="en-IN">');
    expect(inHead(home, ROBOTS)).toBeUndefined();
    expect(schemaNodes(home)).toEqual([
      expect.objectContaining({
        '@type': 'WebSite',
        name: STORE_NAME,
        potentialAction: expect.objectContaining({
          target: { '@type': 'EntryPoint', urlTemplate: `${STORE_URL}/search?q={search_term_string}` },
        }) as object,
      }),
      expect.objectContaining({ '@type': 'GroceryStore', name: STORE_NAME, currenciesAccepted: 'INR' }),
    ]);
  });

  it('describe a product with price, availability and URL', async () => {
    const productPage = await page(pathOf('products', product));
    const url = STORE_URL + pathOf('products', product);
    expect(inHead(productPage, TITLE)).toBe(`${product.name} · ${ESCAPED_NAME}`);
    expect(inHead(productPage, CANONICAL)).toBe(url.replace('&', '&amp;'));
    expect(productPage.html).toContain('<meta property="og:type" content="product">');
    expect(productPage.html).toContain('<meta property="product:price:amount" content="123.45">');
    expect(inHead(productPage, /<meta name="description" content="([^"]*)">/)).toContain('₹123.45 / piece');
    expect(schemaNodes(productPage)).toEqual([
      expect.objectContaining({
        '@type': 'Product',
        name: product.name,
        brand: { '@type': 'Brand', name: 'Nandi' },
        offers: expect.objectContaining({
          price: '123.45',
          priceCurrency: 'INR',
          availability: 'https://schema.org/InStock',
          url: url,
        }) as object,
      }),
      expect.objectContaining({
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: STORE_NAME, item: `${STORE_URL}/` },
          {
            '@type': 'ListItem',
            position: 2,
            name: section.name,
            item: STORE_URL + pathOf('sections', section),
          },
          { '@type': 'ListItem', position: 3, name: product.name, item: url },
        ],
      }),
    ]);
  });

  it('escape hostile names', async () => {
    for (const path of [pathOf('products', hostile), pathOf('sections', section), '/']) {
      const { html } = await page(path);
      expect(html).not.toMatch(/<script>|alert\(1\)<\/|<!-- \u2028/);
      expect(html.match(/<title>/g)).toHaveLength(1);
      const scripts = html.match(/<script\b/g)?.length;
      expect(html.match(/<\/script>/g)).toHaveLength(scripts ?? -1);
    }
    const hostilePage = await page(pathOf('products', hostile));
    expect(schemaNodes(hostilePage)[0]).toMatchObject({ name: hostile.name });
    expect(initialDataIn(hostilePage)[`/api/v1${pathOf('products', hostile)}`]).toEqual(hostile);
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
  ])('exclude %s from search engines', async (path) => {
    const privatePage = await page(path);
    expect([privatePage.status, inHead(privatePage, ROBOTS), inHead(privatePage, CANONICAL)]).toEqual([
      200,
      'noindex',
      undefined,
    ]);
    expect(privatePage.html).not.toContain('secret');
  });

  it('are not sent for assets, API routes and JSON requests', async () => {
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

  it('include a generic shell at /index.html', async () => {
    const shell = await page('/index.html?__WB_REVISION__=1', { accept: '*/*' });
    expect([shell.status, inHead(shell, TITLE), inHead(shell, ROBOTS)]).toEqual([
      200,
      ESCAPED_NAME,
      'noindex',
    ]);
    expect(initialDataIn(shell)).toEqual({});
  });
});
