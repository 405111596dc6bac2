import { randomUUID } from 'node:crypto';
import { withoutInput, type RequestFactory } from './request-factory.js';
import { bodyOf } from '../support/clients/client.js';
import { DOCUMENT_REQUESTS } from './document-requests.js';
import { newFailedEvent } from './failed-events.js';
import { newImportedCustomers } from './files.js';
import { newGtin } from './gtins.js';
import { IMPORT_REQUESTS } from './import-requests.js';
import { newStoredMail } from './stored-mails.js';
import { ADDRESS, fillCart } from './orders.js';
import { newImage, imageForm } from './images.js';
import { newWish } from './search-words.js';
import { STAFF_ORDER_REQUESTS } from './staff-order-requests.js';
import { SETTINGS_REQUESTS } from './settings-requests.js';
import { STOCK_SHEET_REQUESTS } from './stock-sheet-requests.js';
import { newSectionName } from './section-requests.js';
import { confirmationToken, newResetToken, newUsername, register } from './users.js';
import { newUserLike } from './store-fixture.js';
import {
  newAccount,
  withOwnCookie,
  withUnsubscribeToken,
  newSessionOf,
  ofNewOrder,
  ofNewProduct,
  ofNewSection,
  ofNewUser,
  ofNewSynonyms,
  newViewBody,
  ofNewView,
  newWords,
  newNoteAbout,
  newSectionBody,
  ofNewSectionRequest,
  ofNewExport,
} from './request-targets.js';

const REPORT_RANGE = { from: '2026-01-01', to: '2026-01-31' };

/** Factories of a valid request for each operation. */
export const REQUESTS: Readonly<Record<string, RequestFactory>> = {
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
  getProductDetails: ({ product }) => ({ path: { id: product.id } }),
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
  quoteCart: ({ product }) => ({ json: { items: [{ productId: product.id, quantity: 1 }] } }),

  askForSection: () => ({ json: { ...newSectionBody(), reason: 'People ask for it.' } }),
  listOwnSectionRequests: withoutInput,
  getOwnSectionRequest: ofNewSectionRequest,

  listAdminProducts: withoutInput,
  listMatchingProducts: ({ section }) => ({ query: { sectionId: section.id } }),
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
  setProductBarcodes: async (fixture) => ({
    ...(await ofNewProduct(fixture)),
    json: { version: 1, barcodes: [{ code: newGtin(), quantity: 1 }] },
  }),
  setProductText: async (fixture) => {
    const { path } = await ofNewProduct(fixture);
    const json = { version: 1, name: 'टमाटर', description: 'लाल', otherNames: ['tamatar'] };
    return { path: { ...path, locale: 'hi' }, json };
  },
  listStockMovements: ({ product }) => ({ path: { id: product.id } }),
  moveStock: ({ product }) => ({ path: { id: product.id }, json: { reason: 'delivery', delta: 1.5 } }),

  ...STOCK_SHEET_REQUESTS,

  listCustomers: () => ({ query: { q: '98450 12345' } }),
  getCustomer: ({ users }) => ({ path: { id: users.owner.id } }),
  listCustomerOrders: ({ users }) => ({ path: { id: users.owner.id } }),
  inviteCustomer: async ({ server, users }) => ({
    path: { id: (await newImportedCustomers(server, users.admin.id, 1)).customerIds[0] ?? '' },
  }),
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

  ...IMPORT_REQUESTS,

  ...DOCUMENT_REQUESTS,
  ...STAFF_ORDER_REQUESTS,

  getFirstSteps: withoutInput,
  dismissFirstSteps: withoutInput,
  getDashboard: withoutInput,
  followDashboard: withoutInput,
  getChanges: withoutInput,
  followChanges: withoutInput,
  getSalesReport: () => ({ query: { ...REPORT_RANGE, groupBy: 'product' } }),
  getStockReport: () => ({ query: REPORT_RANGE }),
  getEngagementReport: () => ({ query: REPORT_RANGE }),
  getTaxReport: () => ({ query: REPORT_RANGE }),

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
  setSectionText: async (fixture) => {
    const { path } = await ofNewSection(fixture);
    return { path: { ...path, locale: 'hi' }, json: { version: 1, name: 'फल', description: 'ताज़े' } };
  },
  deleteSection: async (fixture) => ({ ...(await ofNewSection(fixture)), query: { version: 1 } }),
  ...SETTINGS_REQUESTS,

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

  listSavedViews: () => ({ query: { table: 'orders' } }),
  createSavedView: () => ({ json: newViewBody() }),
  replaceSavedView: async (fixture) => ({
    ...(await ofNewView(fixture)),
    json: { name: randomUUID(), query: 'status=packed', isShared: true, version: 1 },
  }),
  deleteSavedView: async (fixture) => ({ ...(await ofNewView(fixture)), query: { version: 1 } }),

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
