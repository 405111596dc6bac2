import { PRIVATE_PATHS, shopPage } from './shop-page.js';

it.each([
  ['/', { kind: 'home' }],
  ['/?utm_source=mail', { kind: 'home' }],
  ['/index.html', { kind: 'shell' }],
  ['/index.html?__WB_REVISION__=1', { kind: 'shell' }],
  ['/sections/fruit', { kind: 'section', section: 'fruit', isFiltered: false }],
  ['/sections/fruit/', { kind: 'section', section: 'fruit', isFiltered: false }],
  ['/sections/fruit?', { kind: 'section', section: 'fruit', isFiltered: false }],
  ['/sections/fruit?sort=rate', { kind: 'section', section: 'fruit', isFiltered: true }],
  ['/products/rice', { kind: 'product', product: 'rice' }],
  ['/products/%E0%A4%9A%E0%A4%BE%E0%A4%B5%E0%A4%B2?x=1', { kind: 'product', product: 'चावल' }],
  ['/products/a%2Fb', { kind: 'product', product: 'a/b' }],
  ['/search?q=rice', { kind: 'private', title: 'search' }],
  ['/cart', { kind: 'private', title: 'cart' }],
  ['/for-shoppers', { kind: 'private', title: 'for-shoppers' }],
  ['/account/mail', { kind: 'private', title: 'mail' }],
  ['/orders', { kind: 'private', title: 'orders' }],
  ['/orders/7', { kind: 'private', title: 'order' }],
  ['/orders/7/placed', { kind: 'private', title: 'placed' }],
  ['/reset-password?token=a/b', { kind: 'private', title: 'reset-password' }],
])('recognizes the page %s', (address, page) => {
  expect(shopPage(address)).toEqual(page);
});

it.each([
  '',
  '//',
  '/products',
  '/products/',
  '/products//',
  '/products/rice/more',
  '/products/%E0%A4%',
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
])('reports %.40s as unknown', (address) => {
  expect(shopPage(address)).toEqual({ kind: 'unknown' });
});

it('lists only the first level of private paths for robots', () => {
  expect(PRIVATE_PATHS).toContain('/orders');
  expect(PRIVATE_PATHS).not.toContain('/account/mail');
  expect(PRIVATE_PATHS).not.toContain('/search');
});
