/**
 * Every page of the shop and its path, for screenshots and axe. A route without an entry fails a test.
 *
 * @typedef {object} ShopFixtures data that the store must have
 * @property {string} section the slug of a section with products
 * @property {string} product the slug of a product
 * @property {string} words a search that matches products
 * @property {string} order the ID of an order of the shopper
 *
 * @typedef {object} ShopPage
 * @property {string} name prefix of its screenshots
 * @property {string} route as in the router
 * @property {'guest' | 'shopper'} visitor the shopper's cart is filled
 * @property {(fixtures: ShopFixtures) => string} path
 */

/** @type {readonly ShopPage[]} */
export const PAGES = [
  page('home', '/'),
  page('section', '/sections/:section', ({ section }) => `/sections/${section}`),
  page('section-unknown', '/sections/:section', () => '/sections/no-such-section'),
  page('product', '/products/:product', ({ product }) => `/products/${product}`),
  page('product-unknown', '/products/:product', () => '/products/no-such-product'),
  page('search', '/search', ({ words }) => `/search?q=${encodeURIComponent(words)}`),
  page('search-empty', '/search', () => '/search?q=qqqqqqqq'),
  page('cart-empty', '/cart'),
  page('sign-in', '/sign-in'),
  page('register', '/register'),
  page('forgot-password', '/forgot-password'),
  page('reset-password', '/reset-password', () => '/reset-password?token=not-a-token'),
  page('confirm-email', '/confirm-email', () => '/confirm-email?token=not-a-token'),
  page('for-shoppers', '/for-shoppers'),
  page('offline', '/offline'),
  page('not-found', '/:rest(.*)*', () => '/no/such/page'),
  shopperPage('home-signed-in', '/'),
  shopperPage('cart', '/cart'),
  shopperPage('checkout', '/checkout'),
  shopperPage('orders', '/orders'),
  shopperPage('order', '/orders/:id', ({ order }) => `/orders/${order}`),
  shopperPage('placed', '/orders/:id/placed', ({ order }) => `/orders/${order}/placed`),
  shopperPage('account', '/account'),
  shopperPage('password', '/account/password'),
  shopperPage('sessions', '/account/sessions'),
  shopperPage('mail', '/account/mail'),
  shopperPage('section-requests', '/section-requests'),
];

function page(name, route, pathOf = () => route) {
  return { name, route, visitor: 'guest', path: pathOf };
}

function shopperPage(name, route, pathOf = () => route) {
  return { name, route, visitor: 'shopper', path: pathOf };
}
