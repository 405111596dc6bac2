/**
 * Every page of the back office and its path, for screenshots and axe. A route without an entry fails a test. The
 * types are in `pages.d.mts`.
 *
 * @type {readonly import('./pages.mjs').OfficePage[]}
 */
export const OFFICE_PAGES = [
  page('dashboard', '/'),
  page('orders', '/orders'),
  page('new-order', '/orders/new'),
  page('new-order-of-customer', '/orders/new', ({ user }) => `/orders/new?customer=${user}`),
  page('order-board', '/orders/board'),
  page('pick-list', '/orders/pick-list', ({ order }) => `/orders/pick-list?ids=${order}`),
  page('order', '/orders/:id', ({ order }) => `/orders/${order}`),
  page('order-unknown', '/orders/:id', () => '/orders/no-such-order'),
  page('order-sent', '/orders/:id', ({ sentOrder }) => `/orders/${sentOrder}`),
  page('past-order', '/orders/:id', ({ pastOrder }) => `/orders/${pastOrder}`),
  page('documents', '/documents'),
  page('document', '/documents/:id', ({ document }) => `/documents/${document}`),
  page('document-unknown', '/documents/:id', () => '/documents/no-such-document'),
  page('order-imports', '/orders/imports'),
  page('new-order-import', '/orders/imports/new'),
  page('order-import', '/orders/imports/:id', ({ orderImport }) => `/orders/imports/${orderImport}`),
  page('customer', '/customers/:id', ({ user }) => `/customers/${user}`),
  page('customer-invitable', '/customers/:id', ({ invitable }) => `/customers/${invitable}`),
  page('customer-unknown', '/customers/:id', () => '/customers/no-such-customer'),
  page('products', '/products'),
  page('products-none', '/products', () => '/products?q=qqqqqqqq'),
  page('new-product', '/products/new'),
  page('product', '/products/:id', ({ product }) => `/products/${product}`),
  page('exports', '/products/exports'),
  page('imports', '/products/imports'),
  page('new-import', '/products/imports/new'),
  page('import', '/products/imports/:id', ({ faultyImport }) => `/products/imports/${faultyImport}`),
  page('stock-sheets', '/stock-sheets'),
  page('stock-sheet', '/stock-sheets/:id', ({ sheet }) => `/stock-sheets/${sheet}`),
  page('count-sheet', '/stock-sheets/:id', ({ countSheet }) => `/stock-sheets/${countSheet}`),
  page('sections', '/sections'),
  page('section-requests', '/section-requests'),
  page('section-request', '/section-requests/:id', ({ request }) => `/section-requests/${request}`),
  page('wishes', '/search'),
  page('synonyms', '/search/synonyms'),
  page('users', '/users'),
  page('customer-imports', '/users/imports'),
  page('new-customer-import', '/users/imports/new'),
  page('customer-import', '/users/imports/:id', ({ customerImport }) => `/users/imports/${customerImport}`),
  page('user', '/users/:id/:tab(sessions|activity)?', ({ user }) => `/users/${user}`),
  page('sales-report', '/reports'),
  page('sales-report-by-section', '/reports', () => '/reports?group=section'),
  page('stock-report', '/reports/stock'),
  page('engagement-report', '/reports/engagement'),
  page('tax-report', '/reports/taxes'),
  page('tax-report-by-hsn', '/reports/taxes', () => '/reports/taxes?by=hsn'),
  page('jobs', '/operations'),
  page('queue-board', '/operations/queues'),
  page('mails', '/operations/mails', ({ mail }) => `/operations/mails?mail=${mail}`),
  page('audit-log', '/operations/audit-log'),
  page('books', '/operations/books'),
  page('settings', '/settings'),
  page('taxes', '/settings/taxes'),
  page('not-found', '/:rest(.*)*', () => '/no/such/page'),
  managerPage('dashboard-manager', '/'),
  managerPage('forbidden', '/forbidden'),
  { ...page('sign-in', '/sign-in'), visitor: 'guest' },
];

function page(name, route, pathOf = () => route) {
  return { name: `office-${name}`, route, visitor: 'admin', path: (fixtures) => `/admin${pathOf(fixtures)}` };
}

function managerPage(name, route) {
  return { ...page(name, route), visitor: 'manager' };
}
