import { spaRewrite } from './spa-rewrite.js';

const rewritten = spaRewrite((path) => path !== '/nothing');

const HTML = { accept: 'text/html,application/xhtml+xml' };

describe('spaRewrite', () => {
  it.each([
    ['/', '/index.html'],
    ['/products/rice', '/index.html'],
    ['/products/rice?from=search', '/index.html'],
    ['/admin/', '/admin/index.html'],
    ['/admin/orders/7', '/admin/index.html'],
    ['/administration', '/index.html'],
  ])('rewrites %s to %s', (url, page) => {
    expect(rewritten({ method: 'GET', url, headers: HTML })).toBe(page);
  });

  it.each([
    '/api/v1/products',
    '/docs',
    '/docs/',
    '/media/x',
    '/health/live',
    '/metrics',
    '/queues',
    '/admin',
  ])('leaves %s unchanged', (url) => {
    expect(rewritten({ method: 'GET', url, headers: HTML })).toBe(url);
  });

  it('leaves the URL of a missing file unchanged', () => {
    expect(rewritten({ method: 'GET', url: '/assets/old-build.js', headers: HTML })).toBe(
      '/assets/old-build.js',
    );
  });

  it('serves pages to clients that accept HTML, and known pages to those that accept anything', () => {
    const rewrite = (url: string, accept?: string): string =>
      rewritten({ method: 'GET', url, headers: { accept } });
    expect(rewrite('/orders', 'application/json')).toBe('/orders');
    for (const accept of [undefined, '*/*', 'image/*, */*;q=0.1']) {
      expect(rewrite('/products/rice', accept)).toBe('/index.html');
      expect(rewrite('/', accept)).toBe('/index.html');
      expect(rewrite('/nothing', accept)).toBe('/nothing');
      expect(rewrite('/admin/orders', accept)).toBe('/admin/orders');
    }
    expect(rewritten({ method: 'POST', url: '/orders', headers: HTML })).toBe('/orders');
  });

  it('accepts a URL of any content', () => {
    for (const url of ['/%E0%A4%', '/products/../..', `/${'a'.repeat(10_000)}`, '/products/%00', '//x'])
      expect(rewritten({ method: 'GET', url, headers: HTML })).toBe('/index.html');
  });
});
