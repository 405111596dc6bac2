import { randomUUID } from 'node:crypto';
import { signUnsubscribeToken } from '../../src/platform/mail/delivery/unsubscribe-token.js';
import type { ValidRequest } from '../support/attacks/valid-request.js';
import { bodyOf } from '../support/clients/client.js';
import { refreshCookieOf } from '../support/clients/cookies.js';
import { newProduct, newSection } from './catalog.js';
import { newFailedEvent } from './failed-events.js';
import { newValidatedImport, newFinishedExport, productsForm, newQueuedImport } from './files.js';
import { newStoredMail } from './stored-mails.js';
import { ADDRESS, fillCart, newOrder } from './orders.js';
import { newImage, imageForm } from './images.js';
import { newSynonyms, newWish } from './search-words.js';
import { newSectionName, newSectionRequest } from './section-requests.js';
import { confirmationToken, newResetToken, newShopper, newUsername, register } from './users.js';
import { newUserLike, type Caller, type StoreFixture } from './store-fixture.js';

type Factory = (fixture: StoreFixture, caller: Caller) => Promise<ValidRequest> | ValidRequest;

const withoutInput: Factory = () => ({});

const REPORT_RANGE = { from: '2026-01-01', to: '2026-01-31' };

/** Factories of a valid request for each operation. */
export const REQUESTS: Readonly<Record<string, Factory>> = {
  isLive: withoutInput,
  isReady: withoutInput,
  readMetrics: withoutInput,
  getStore: withoutInput,

  register: () => ({ json: newAccount() }),
  login: ({ users: { owner } }) => ({ json: { username: owner.username, password: owner.password } }),
  refresh: withOwnCookie,
  logout: withOwnCookie,
  forgotPassword: ({ users: { owner } }) => ({ json: { email: `${owner.username}@example.com` } }),
  resetPassword: async ({ server }) => ({
    json: { token: await newResetToken(server), password: 'four-green-chillies' },
  }),

  confirmEmail: async ({ server }) => {
    const id = await register(server, newUsername());
    return { json: { token: await confirmationToken(server, id) } };
  },

  getOwnProfile: withoutInput,
  updateOwnProfile: () => ({ json: { displayName: 'Asha Rao' } }),
  changeOwnPassword: async (fixture, caller) => {
    const by = await newUserLike(fixture, caller);
    return { by, json: { currentPassword: by.password, newPassword: 'four-green-chillies' } };
  },
  listOwnSessions: withoutInput,
  resendEmailConfirmation: withoutInput,
  withdrawEmailChange: withoutInput,
  endOtherSessions: withoutInput,
  endOwnSession: async (fixture) => ({ path: { id: await newSessionOf(fixture, 'owner') } }),

  getSubscription: withUnsubscribeToken,
  unsubscribeByLink: async (fixture) => ({
    ...(await withUnsubscribeToken(fixture)),
    form: {
      type: 'application/x-www-form-urlencoded',
      content: Buffer.from('List-Unsubscribe=One-Click'),
    },
  }),

  listSections: withoutInput,
  getSection: ({ section }) => ({ path: { id: section.id } }),
  listProducts: withoutInput,
  getProduct: ({ product }) => ({ path: { id: product.id } }),
  findNearestSection: () => ({ query: { q: 'tomatoes' } }),
  wishForProduct: () => ({ json: { term: 'peanut oil' } }),

  getCart: withoutInput,
  clearCart: withoutInput,
  setCartItem: ({ product }) => ({ path: { productId: product.id }, json: { quantity: 2 } }),
  removeCartItem: ({ product }) => ({ path: { productId: product.id } }),
  mergeCart: ({ product }) => ({ json: { items: [{ productId: product.id, quantity: 1 }] } }),

  placeOrder: async (fixture, caller) => {
    const { server, product, users } = fixture;
    const shopper = caller === 'another' ? users.another : users.owner;
    await fillCart(server, shopper, { [product.id]: 1 });
    return { headers: { 'idempotency-key': randomUUID() }, json: { address: ADDRESS } };
  },
  listOrders: withoutInput,
  listFrequentProducts: withoutInput,
  getOrder: ofNewOrder,
  followOrder: ofNewOrder,
  getInvoice: ofNewOrder,
  cancelOrder: ofNewOrder,
  reorder: ofNewOrder,

  askForSection: () => ({ json: { ...newSectionBody(), reason: 'People ask for it.' } }),
  listOwnSectionRequests: withoutInput,
  getOwnSectionRequest: ofNewSectionRequest,

  listAdminProducts: withoutInput,
  getAdminProduct: ({ product }) => ({ path: { id: product.id } }),
  createProduct: ({ section }) => ({
    json: {
      sectionId: section.id,
      name: randomUUID(),
      unitType: 'kg',
      ratePerUnit: 4000,
      quantityStep: 0.25,
    },
  }),
  changeProduct: async (fixture) => ({
    ...(await ofNewProduct(fixture)),
    json: { version: 1, brand: 'Nandi', otherNames: ['Tamatar', 'टमाटर'] },
  }),
  changeProducts: async (fixture) => {
    const { path } = await ofNewProduct(fixture);
    return { json: { products: [{ id: path?.['id'], version: 1 }], rateBasisPoints: 750 } };
  },
  deleteProduct: async (fixture) => ({ ...(await ofNewProduct(fixture)), query: { version: 1 } }),
  setProductImage: async (fixture) => ({
    ...(await ofNewProduct(fixture)),
    query: { version: 1 },
    form: imageForm(await newImage()),
  }),
  removeProductImage: async (fixture) => ({ ...(await ofNewProduct(fixture)), query: { version: 1 } }),
  listStockMovements: ({ product }) => ({ path: { id: product.id } }),
  moveStock: ({ product }) => ({ path: { id: product.id }, json: { reason: 'delivery', delta: 1.5 } }),

  listCustomers: () => ({ query: { q: '98450 12345' } }),
  getCustomer: ({ users }) => ({ path: { id: users.owner.id } }),
  listCustomerOrders: ({ users }) => ({ path: { id: users.owner.id } }),
  addCustomerNote: async (fixture) => ({ ...(await ofNewUser(fixture)), json: { text: 'Rings twice.' } }),
  removeCustomerNote: async (fixture) => {
    const { path } = await ofNewUser(fixture);
    const id = path?.['id'] ?? '';
    return { path: { id, noteId: await newNoteAbout(fixture, id) } };
  },

  listExports: withoutInput,
  createExport: ({ section }) => ({ json: { kind: 'products', parameters: { sectionId: section.id } } }),
  getExport: ofNewExport,
  getExportFile: ofNewExport,
  followExport: ofNewExport,
  removeExport: ofNewExport,

  listImports: withoutInput,
  importProducts: () => ({ form: productsForm('section,name\nnowhere,nothing', { dryRun: 'true' }) }),
  getImport: ofNewImport,
  downloadImportErrors: ofNewImport,
  listImportErrors: ofNewImport,
  listImportRows: ofNewImport,
  followImport: ofNewImport,
  applyImport: async (fixture, caller) => ({
    ...(await ofNewValidatedImport(fixture, caller)),
    json: { confirmRepeat: true },
  }),
  checkImport: async (fixture, caller) => ({
    ...(await ofNewValidatedImport(fixture, caller)),
    json: { decimalMark: 'point' },
  }),
  createImportSections: ofNewValidatedImport,
  cancelImport: ofNewImport,

  listAdminOrders: withoutInput,
  getAdminOrder: ofNewOrder,
  getAdminInvoice: ofNewOrder,
  transitionOrder: async (fixture, caller) => ({
    ...(await ofNewOrder(fixture, caller)),
    json: { to: 'packed' },
  }),

  transitionOrders: async (fixture, caller) => ({
    json: { ...(await newOrderIds(fixture, caller)), to: 'packed' },
  }),
  undoTransitions: async (fixture, caller) => ({
    json: { ...(await newOrderIds(fixture, caller)), status: 'packed' },
  }),

  getDashboard: withoutInput,
  followDashboard: withoutInput,
  getSalesReport: () => ({ query: { ...REPORT_RANGE, groupBy: 'product' } }),
  getStockReport: () => ({ query: REPORT_RANGE }),
  getEngagementReport: () => ({ query: REPORT_RANGE }),

  listAdminSections: withoutInput,
  orderSections: async ({ server, users }) => {
    const sections = await server.client
      .as(users.manager)
      .get<{ items: { id: string }[] }>('/admin/sections');
    return { json: { ids: bodyOf(sections, 200).items.map(({ id }) => id) } };
  },
  createSection: () => ({ json: { name: newSectionName() } }),
  changeSection: async (fixture) => ({
    ...(await ofNewSection(fixture)),
    json: { version: 1, description: 'Cool and dry' },
  }),
  deleteSection: async (fixture) => ({ ...(await ofNewSection(fixture)), query: { version: 1 } }),
  listSynonyms: withoutInput,
  getSynonyms: ofNewSynonyms,
  createSynonyms: () => ({ json: { language: 'en', words: newWords() } }),
  changeSynonyms: async (fixture) => ({
    ...(await ofNewSynonyms(fixture)),
    json: { version: 1, words: newWords() },
  }),
  deleteSynonyms: async (fixture) => ({ ...(await ofNewSynonyms(fixture)), query: { version: 1 } }),
  listWishes: withoutInput,
  markWish: async ({ server, users }) => ({
    path: { id: (await newWish(server, users.admin, `Wish ${randomUUID()}`)).id },
    json: { done: true },
  }),

  listSectionRequests: withoutInput,
  getSectionRequest: ofNewSectionRequest,
  getSectionRequestImpact: ofNewSectionRequest,
  approveSectionRequest: async (fixture, caller) => ({
    ...(await ofNewSectionRequest(fixture, caller)),
    json: {},
  }),
  rejectSectionRequest: async (fixture, caller) => ({
    ...(await ofNewSectionRequest(fixture, caller)),
    json: { note: 'We have no room.' },
  }),

  listUsers: withoutInput,
  getUser: ofNewUser,
  listUserSessions: ofNewUser,
  endUserSessions: ofNewUser,
  getUserActivity: ofNewUser,
  updateUser: async (fixture) => ({
    ...(await ofNewUser(fixture)),
    json: { version: 1, displayName: 'Asha' },
  }),
  approveUser: ofNewUser,
  suspendUser: async (fixture) => ({
    ...(await ofNewUser(fixture)),
    json: { reason: 'Three orders refused' },
  }),

  listMails: withoutInput,
  getMail: async ({ server }) => ({ path: { id: await newStoredMail(server) } }),

  listAuditLog: withoutInput,
  checkBooks: withoutInput,
  getJobs: withoutInput,
  retryFailure: async ({ server }) => ({ path: { id: await newFailedEvent(server) } }),
  retryAllFailures: withoutInput,
  openQueueBoard: withoutInput,
};

function newAccount(): { username: string; email: string; password: string } {
  const username = newUsername();
  return { username, email: `${username}@example.com`, password: 'three-ripe-mangoes' };
}

async function withOwnCookie({ server, users }: StoreFixture, caller: Caller): Promise<ValidRequest> {
  if (caller === 'anonymous') return {};
  const { id, username, password } = users[caller];
  if (caller !== 'pending') return { headers: { cookie: await refreshCookieOf(server, username, password) } };
  await server.rows(`UPDATE users SET status = 'approved' WHERE id = ?`, [id]);
  const cookie = await refreshCookieOf(server, username, password);
  await server.rows(`UPDATE users SET status = 'pending' WHERE id = ?`, [id]);
  return { headers: { cookie } };
}

async function withUnsubscribeToken({ server }: StoreFixture): Promise<ValidRequest> {
  const { id: userId } = await newShopper(server);
  const secret = server.env['JWT_SECRET'] ?? '';
  return { query: { token: signUnsubscribeToken(secret, { list: 'daily-reminder', userId }) } };
}

async function newSessionOf(
  { server, users }: StoreFixture,
  caller: Exclude<Caller, 'anonymous'>,
): Promise<string> {
  const { id, username, password } = users[caller];
  await refreshCookieOf(server, username, password);
  const [session] = await server.rows<{ id: string }>(
    'SELECT id FROM sessions WHERE user_id = ? AND ended_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1',
    [id],
  );
  return session?.id ?? '';
}

async function ofNewOrder({ server, product, users }: StoreFixture, _: Caller): Promise<ValidRequest> {
  return { path: { id: (await newOrder(server, users.owner, { [product.id]: 1 })).id } };
}

async function newOrderIds(fixture: StoreFixture, caller: Caller): Promise<{ orderIds: unknown[] }> {
  return { orderIds: [(await ofNewOrder(fixture, caller)).path?.['id']] };
}

async function ofNewProduct({ server, section, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: (await newProduct(server, users.manager, { sectionId: section.id })).id } };
}

async function ofNewSection({ server, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: (await newSection(server, users.admin)).id } };
}

async function ofNewUser({ server }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: await register(server, newUsername()) } };
}

async function ofNewSynonyms({ server, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: (await newSynonyms(server, users.admin, newWords())).id } };
}

function newWords(): string[] {
  return [randomUUID(), randomUUID()];
}

/** A note by the manager, which the manager and admins may remove. */
async function newNoteAbout({ server, users }: StoreFixture, customerId: string): Promise<string> {
  const added = await server.client
    .as(users.manager)
    .post<{ notes: readonly { id: string }[] }>(`/admin/customers/${customerId}/notes`, {
      text: 'Rings twice.',
    });
  return bodyOf(added, 201).notes[0]?.id ?? '';
}

function newSectionBody(): object {
  return { requestType: 'create', sectionName: newSectionName() };
}

async function ofNewSectionRequest({ server, users }: StoreFixture, _: Caller): Promise<ValidRequest> {
  return { path: { id: (await newSectionRequest(server, users.owner, newSectionBody())).id } };
}

/** Creates a finished export of the manager, as a worker leaves it. */
async function ofNewExport({ server, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: await newFinishedExport(server, users.manager.id) } };
}

/** Creates an import of the manager that no worker starts. */
async function ofNewValidatedImport(fixture: StoreFixture, caller: Caller): Promise<ValidRequest> {
  const by = await newUserLike(fixture, caller);
  return { by, path: { id: await newValidatedImport(fixture.server, by.id) } };
}

async function ofNewImport({ server, users }: StoreFixture): Promise<ValidRequest> {
  return { path: { id: await newQueuedImport(server, users.manager.id) } };
}
