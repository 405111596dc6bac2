// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { describeStore, render } from './entry-server';
import { problem } from './testing/fake-api';
import { productOf } from './testing/products';

const STORE = {
  name: 'Green & Basket',
  currency: 'INR',
  currencyDigits: 2,
  locale: 'hi-IN',
  timeZone: 'Asia/Kolkata',
  orderStatuses: [],
  orderTransitions: [],
};
const SECTION = {
  ...{ id: 'vegetables', slug: 'greens', name: 'Greens', description: '' },
  ...{ position: 0, productCount: 1, thumbnailUrl: null, version: 1 },
};
const PRODUCT = productOf({ name: 'Tom &amp; "Ato"', imageUrl: '/media/t.webp', ratePerUnit: 4_050 });

/** Responds like the API. @param overrides responses by path; undefined never responds */
function api(overrides: Record<string, () => Response | undefined> = {}) {
  return async ({ url }: Request): Promise<Response> => {
    const { pathname } = new URL(url);
    const path = pathname.replace('/api/v1', '');
    if (path in overrides) return overrides[path]?.() ?? new Promise(() => undefined);
    if (path === '/store') return Response.json(STORE);
    if (path === '/sections') return Response.json({ items: [SECTION] });
    if (path === '/products') return Response.json({ items: [PRODUCT], nextCursor: null });
    if (path === '/products/tomatoes') return Response.json(PRODUCT);
    return problem(404, 'catalog.product-not-found');
  };
}

const renderAt = (url: string, fetch = api(), language: 'en' | 'hi' = 'en') =>
  render({ url, language, storeOrigin: 'https://shop.example', fetch });

async function rendered(...args: Parameters<typeof renderAt>) {
  const page = await renderAt(...args);
  if (page !== undefined && 'movedTo' in page) throw new Error(`The page is at ${page.movedTo}.`);
  return page;
}

/** Responds like the API to a slug from before a section or product was renamed. */
const moved = (location: string) => (): Response =>
  Response.json({ status: 301, code: 'catalog.product-moved', location }, { status: 301 });

describe('render', () => {
  it('describes a product in the language of the store and renders it in that of the visitor', async () => {
    const page = await rendered('/products/tomatoes');
    expect(page?.status).toBe(200);
    expect(page?.html).toContain('Add Tom &amp;amp; &quot;Ato&quot; to the cart');
    const tags = page?.head.headTags.split('\n') ?? [];
    expect(tags[0]).toBe('<title>Tom &amp;amp; &quot;Ato&quot; · Green &amp; Basket</title>');
    expect(tags[1]).toBe('<link rel="preload" as="image" fetchpriority="high" href="/media/t.webp">');
    expect(tags).toEqual(
      expect.arrayContaining([
        '<meta name="description" content="Green &amp; Basket पर Tom &amp;amp; &quot;Ato&quot;, ₹40.50 / kg।">',
        '<link rel="canonical" href="https://shop.example/products/tomatoes">',
        '<meta property="og:image" content="https://shop.example/media/t.webp">',
        '<meta property="product:price:amount" content="40.50">',
      ]),
    );
    expect(tags.join('')).not.toContain('<style');
  });

  it('returns the new address of a renamed product or section', async () => {
    const fetch = api({
      '/products/love-apples': moved('/api/v1/products/tomatoes'),
      '/sections/veg': moved('/api/v1/sections/greens'),
    });
    expect(await renderAt('/products/love-apples', fetch)).toEqual({ movedTo: '/products/tomatoes' });
    expect(await renderAt('/sections/veg?inStock=true', fetch)).toEqual({ movedTo: '/sections/greens' });
    expect(await renderAt('/sections/unknown', fetch)).toBeUndefined();
  });

  it('gives the loaded queries the same age in each rendering', async () => {
    const [first, second] = [await rendered('/sections/greens'), await rendered('/sections/greens')];
    expect(first?.state).toEqual(second?.state);
    expect(Object.values(first?.state ?? {}).map(([, error, age]) => [error, age])).toEqual(
      Array(3).fill([null, 0]),
    );
  });

  it('renders concurrent pages with their own language and responses', async () => {
    const other = api({ '/sections': () => Response.json({ items: [{ ...SECTION, name: 'Verdure' }] }) });
    const [english, hindi] = await Promise.all([rendered('/'), rendered('/', other, 'hi')]);
    expect(english?.html).toContain('Greens');
    expect(english?.html).not.toMatch(/Verdure|साइन इन/);
    expect(hindi?.html).toContain('Verdure');
    expect(hindi?.html).toContain('साइन इन');
  });

  it('does not wait for a page whose responses hang', async () => {
    void rendered('/sections/greens', api({ '/products': () => undefined }));
    expect((await rendered('/sections/greens'))?.status).toBe(200);
  });

  it('sends only head and data of private pages, unknown pages and filtered sections', async () => {
    const cart = await rendered('/cart');
    expect([cart?.status, cart?.html, Object.keys(cart?.state ?? {})]).toEqual([
      200,
      undefined,
      ['["store"]', '["sections"]'],
    ]);
    expect(cart?.head.headTags).toContain('<meta name="robots" content="noindex">');
    const unknown = await rendered('/nothing');
    expect([unknown?.status, unknown?.html]).toEqual([404, undefined]);
    const filtered = await rendered('/sections/greens?sort=rate');
    expect([filtered?.html, filtered?.moduleIds]).toEqual([
      undefined,
      ['src/features/catalog/list/SectionPage.vue'],
    ]);
    expect(filtered?.head.headTags).toContain('href="https://shop.example/sections/greens"');
  });

  it('returns nothing for a section or product that does not exist', async () => {
    expect(await rendered('/products/none')).toBeUndefined();
    expect(await rendered('/sections/none')).toBeUndefined();
  });

  it('leaves a page to the browser if a component fails, and keeps its head', async () => {
    const page = await rendered(
      '/',
      api({ '/sections': () => Response.json({ items: [{ ...SECTION, name: null }] }) }),
    );
    expect(page?.head.headTags).toContain('<link rel="canonical" href="https://shop.example/">');
    expect(page?.html).toBeUndefined();
    expect(page?.error).toBeInstanceOf(TypeError);
  });

  it('fails if the API does', async () => {
    await expect(rendered('/', api({ '/products': () => problem(503, 'x') }))).rejects.toThrow();
  });
});

it('describes the store in its language', () => {
  expect(describeStore('S', 'en-IN')).toContain('Order groceries at S:');
  expect(describeStore('S', 'hi-IN')).toContain('S से किराना');
});
