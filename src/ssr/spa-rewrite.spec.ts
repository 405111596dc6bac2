import { spaRewrite } from './spa-rewrite.js';

const HTML = { accept: 'text/html,application/xhtml+xml' };

describe('pageAddress', () => {
  it.each([
    ['/', '/index.html'],
    ['/products/rice', '/index.html'],
    ['/products/rice?from=search', '/index.html'],
    ['/admin/', '/admin/index.html'],
    ['/admin/orders/7', '/admin/index.html'],
    ['/administration', '/index.html'],
  ])('takes %s to %s', (url, page) => {
    expect(spaRewrite({ method: 'GET', url, headers: HTML })).toBe(page);
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
  ])('leaves %s to what answers there', (url) => {
    expect(spaRewrite({ method: 'GET', url, headers: HTML })).toBe(url);
  });

  it('leaves a file that may be missing to be missing', () => {
    expect(spaRewrite({ method: 'GET', url: '/assets/old-build.js', headers: HTML })).toBe(
      '/assets/old-build.js',
    );
  });

  it('gives a page to nobody but who asks for one, or takes anything where there is one', () => {
    const of = (url: string, accept?: string): string =>
      spaRewrite({ method: 'GET', url, headers: { accept } });
    expect(of('/orders', 'application/json')).toBe('/orders');
    for (const accept of [undefined, '*/*', 'image/*, */*;q=0.1']) {
      expect(of('/products/rice', accept)).toBe('/index.html');
      expect(of('/', accept)).toBe('/index.html');
      expect(of('/nothing', accept)).toBe('/nothing');
      expect(of('/admin/orders', accept)).toBe('/admin/orders');
    }
    expect(spaRewrite({ method: 'POST', url: '/orders', headers: HTML })).toBe('/orders');
  });

  it('takes an address of whatever content', () => {
    for (const url of ['/%E0%A4%', '/products/../..', `/${'a'.repeat(10_000)}`, '/products/%00', '//x'])
      expect(spaRewrite({ method: 'GET', url, headers: HTML })).toBe('/index.html');
  });
});
