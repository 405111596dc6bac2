/**
 * Every page of the shop, and how to come to it. Screenshots are taken of them, and axe looks at them: a route that has no
 * entry here fails a test.
 *
 * @typedef {object} Things what there has to be in the store
 * @property {string} section the slug of a section with products
 * @property {string} product the slug of a product
 * @property {string} words that find something
 * @property {string} order the id of an order of the shopper's
 *
 * @typedef {object} ShopPage
 * @property {string} name what its pictures are called by
 * @property {string} route as the router has it
 * @property {'guest' | 'shopper'} who comes to it; the shopper's cart is filled
 * @property {(things: Things) => string} address
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
  page('for-shoppers', '/for-shoppers'),
  page('offline', '/offline'),
  page('not-found', '/:rest(.*)*', () => '/no/such/page'),
  shoppers('home-signed-in', '/'),
  shoppers('cart', '/cart'),
  shoppers('checkout', '/checkout'),
  shoppers('orders', '/orders'),
  shoppers('order', '/orders/:id', ({ order }) => `/orders/${order}`),
  shoppers('placed', '/orders/:id/placed', ({ order }) => `/orders/${order}/placed`),
  shoppers('account', '/account'),
  shoppers('password', '/account/password'),
  shoppers('sessions', '/account/sessions'),
  shoppers('mail', '/account/mail'),
  shoppers('section-requests', '/section-requests'),
];

function page(name, route, address = () => route) {
  return { name, route, who: 'guest', address };
}

function shoppers(name, route, address = () => route) {
  return { name, route, who: 'shopper', address };
}
