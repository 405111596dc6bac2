import { expect, it } from 'vitest';
import { matchPage, PRIVATE_PATHS } from './match-page';

it.each([
  ['/', { name: 'home', cacheKey: 'page home', isIndexable: true, isRendered: true }],
  ['/?utm_source=mail', { cacheKey: 'page home', path: '/' }],
  ['/index.html', { name: 'shell', isIndexable: false }],
  ['/index.html?__WB_REVISION__=1', { name: 'shell' }],
  ['/sections/fruit', { name: 'section', cacheKey: 'page section fruit', isRendered: true }],
  ['/sections/fruit/', { cacheKey: 'page section fruit' }],
  ['/sections/fruit?', { cacheKey: 'page section fruit' }],
  ['/sections/fruit?sort=rate', { cacheKey: 'head section fruit', isIndexable: true, isRendered: false }],
  ['/products/rice', { name: 'product', cacheKey: 'page product rice' }],
  ['/products/%E0%A4%9A%E0%A4%BE%E0%A4%B5%E0%A4%B2?x=1', { params: { product: 'चावल' } }],
  ['/products/a%2Fb', { params: { product: 'a/b' } }],
  ['/search?q=rice', { name: 'search', isPrivate: false, isIndexable: false, isRendered: true }],
  ['/search?q=%20red%20rice', { cacheKey: 'page search red rice', path: '/search?q=red+rice' }],
  ['/search', { cacheKey: 'page search ', path: '/search', isRendered: true }],
  ['/search?q=rice&sort=rate', { cacheKey: 'head search', path: '/search', isRendered: false }],
  ['/search?q=rice&q=dal', { isRendered: false }],
  ['/search?section=fruit', { isRendered: false }],
  ['/search?q=a%00b', { isRendered: false }],
  [`/search?q=${'a'.repeat(201)}`, { isRendered: false }],
  ['/cart', { name: 'cart', isPrivate: true }],
  ['/for-shoppers', { name: 'for-shoppers', isPrivate: true }],
  ['/account/mail', { name: 'mail', isPrivate: true }],
  ['/orders', { name: 'orders', isPrivate: true }],
  ['/orders/7', { name: 'order', cacheKey: 'head order' }],
  ['/orders/7/placed', { name: 'placed', isPrivate: true }],
  ['/reset-password?token=a/b', { name: 'reset-password' }],
])('recognizes the page %s', (url, page) => {
  expect(matchPage(url)).toMatchObject(page);
});

it.each([
  '',
  '//',
  '/products',
  '/products/',
  '/products//',
  '/products/rice/more',
  '/products/%E0%A4%',
  '/products/%00',
  '/products/../cart',
  '/sections',
  '/orders/7/paid',
  '/orders/7/placed/now',
  '/orders//placed',
  '/account/nothing',
  '/Cart',
  '/cart//',
  '/nothing',
  'nothing',
  `/${'a/'.repeat(5000)}`,
])('reports %.40s as unknown', (url) => {
  expect(matchPage(url)).toMatchObject({ name: 'not-found', isPrivate: false, isIndexable: false });
});

it('lists only the first level of private paths for robots', () => {
  expect(PRIVATE_PATHS).toContain('/orders');
  expect(PRIVATE_PATHS).not.toContain('/account/mail');
  expect(PRIVATE_PATHS).not.toContain('/search');
});
