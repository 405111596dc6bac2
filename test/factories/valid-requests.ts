import { randomUUID } from 'node:crypto';
import { signUnsubscribeToken } from '../../src/platform/mail/delivery/unsubscribe-token.js';
import type { ValidRequest } from '../support/attacks/valid-request.js';
import { bodyOf } from '../support/clients/client.js';
import { refreshCookieOf } from '../support/clients/cookies.js';
import { newProduct, newSection } from './catalog.js';
import { newFailure } from './failures.js';
import { checkedImport, doneExport, productsForm, waitingImport } from './files.js';
import { newKeptMail } from './kept-mails.js';
import { ADDRESS, fillCart, newOrder } from './orders.js';
import { newPicture, pictureForm } from './pictures.js';
import { newSectionName, newSectionRequest } from './section-requests.js';
import { newResetToken, newShopper, newUsername, register } from './users.js';
import { somebodyLike, type Who, type World } from './world.js';

type Factory = (world: World, who: Who) => Promise<ValidRequest> | ValidRequest;

const withoutInput: Factory = () => ({});

const REPORT_RANGE = { from: '2026-01-01', to: '2026-01-31' };

/** Factories of a valid request for each operation. */
export const REQUESTS: Readonly<Record<string, Factory>> = {
  isLive: withoutInput,
  isReady: withoutInput,
  readMetrics: withoutInput,
  getStore: withoutInput,

  register: () => ({ json: newAccount() }),
  login: ({ people: { owner } }) => ({ json: { username: owner.username, password: owner.password } }),
  refresh: withOwnCookie,
  logout: withOwnCookie,
  forgotPassword: ({ people: { owner } }) => ({ json: { email: `${owner.username}@example.com` } }),
  resetPassword: async ({ server }) => ({
    json: { token: await newResetToken(server), password: 'four-green-chillies' },
  }),

  getOwnProfile: withoutInput,
  updateOwnProfile: () => ({ json: { displayName: 'Asha Rao' } }),
  changeOwnPassword: async (world, who) => {
    const by = await somebodyLike(world, who);
    return { by, json: { currentPassword: by.password, newPassword: 'four-green-chillies' } };
  },
  listOwnSessions: withoutInput,
  endOtherSessions: withoutInput,
  endOwnSession: async (world) => ({ path: { id: await newSessionOf(world, 'owner') } }),

  getSubscription: withUnsubscribeToken,
  unsubscribeByLink: async (world) => ({
    ...(await withUnsubscribeToken(world)),
    form: {
      type: 'application/x-www-form-urlencoded',
      content: Buffer.from('List-Unsubscribe=One-Click'),
    },
  }),

  listSections: withoutInput,
  getSection: ({ section }) => ({ path: { id: section.id } }),
  listProducts: withoutInput,
  getProduct: ({ product }) => ({ path: { id: product.id } }),

  getCart: withoutInput,
  clearCart: withoutInput,
  setCartItem: ({ product }) => ({ path: { productId: product.id }, json: { quantity: 2 } }),
  removeCartItem: ({ product }) => ({ path: { productId: product.id } }),
  mergeCart: ({ product }) => ({ json: { items: [{ productId: product.id, quantity: 1 }] } }),

  placeOrder: async (world, who) => {
    const { server, product, people } = world;
    const shopper = who === 'another' ? people.another : people.owner;
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
  changeProduct: async (world) => ({ ...(await ofNewProduct(world)), json: { version: 1, brand: 'Nandi' } }),
  changeProducts: async (world) => {
    const { path } = await ofNewProduct(world);
    return { json: { products: [{ id: path?.['id'], version: 1 }], rateBasisPoints: 750 } };
  },
  deleteProduct: async (world) => ({ ...(await ofNewProduct(world)), query: { version: 1 } }),
  setProductImage: async (world) => ({
    ...(await ofNewProduct(world)),
    query: { version: 1 },
    form: pictureForm(await newPicture()),
  }),
  removeProductImage: async (world) => ({ ...(await ofNewProduct(world)), query: { version: 1 } }),
  listStockMovements: ({ product }) => ({ path: { id: product.id } }),
  moveStock: ({ product }) => ({ path: { id: product.id }, json: { reason: 'delivery', delta: 1.5 } }),

  listExports: withoutInput,
  createExport: ({ section }) => ({ json: { kind: 'products', parameters: { sectionId: section.id } } }),
  getExport: ofNewExport,
  getExportFile: ofNewExport,
  followExport: ofNewExport,
  removeExport: ofNewExport,

  listImports: withoutInput,
  importProducts: () => ({ form: productsForm('section,name\nnowhere,nothing', { dryRun: 'true' }) }),
  getImport: ofNewImport,
  listImportErrors: ofNewImport,
  followImport: ofNewImport,
  applyImport: async (world, who) => {
    const by = await somebodyLike(world, who);
    return { by, path: { id: await checkedImport(world.server, by.id) } };
  },
  cancelImport: ofNewImport,

  listAdminOrders: withoutInput,
  getAdminOrder: ofNewOrder,
  getAdminInvoice: ofNewOrder,
  transitionOrder: async (world, who) => ({ ...(await ofNewOrder(world, who)), json: { to: 'packed' } }),

  transitionOrders: async (world, who) => ({ json: { ...(await newOrderIds(world, who)), to: 'packed' } }),
  undoTransitions: async (world, who) => ({ json: { ...(await newOrderIds(world, who)), status: 'packed' } }),

  getDashboard: withoutInput,
  followDashboard: withoutInput,
  getSalesReport: () => ({ query: { ...REPORT_RANGE, groupBy: 'product' } }),
  getStockReport: () => ({ query: REPORT_RANGE }),
  getEngagementReport: () => ({ query: REPORT_RANGE }),

  listAdminSections: withoutInput,
  orderSections: async ({ server, people }) => {
    const sections = await server.client
      .as(people.manager)
      .get<{ items: { id: string }[] }>('/admin/sections');
    return { json: { ids: bodyOf(sections, 200).items.map(({ id }) => id) } };
  },
  createSection: () => ({ json: { name: newSectionName() } }),
  changeSection: async (world) => ({
    ...(await ofNewSection(world)),
    json: { version: 1, description: 'Cool and dry' },
  }),
  deleteSection: async (world) => ({ ...(await ofNewSection(world)), query: { version: 1 } }),

  listSectionRequests: withoutInput,
  getSectionRequest: ofNewSectionRequest,
  getSectionRequestImpact: ofNewSectionRequest,
  approveSectionRequest: async (world, who) => ({ ...(await ofNewSectionRequest(world, who)), json: {} }),
  rejectSectionRequest: async (world, who) => ({
    ...(await ofNewSectionRequest(world, who)),
    json: { note: 'We have no room.' },
  }),

  listUsers: withoutInput,
  getUser: ofNewUser,
  listUserSessions: ofNewUser,
  endUserSessions: ofNewUser,
  getUserActivity: ofNewUser,
  updateUser: async (world) => ({ ...(await ofNewUser(world)), json: { version: 1, displayName: 'Asha' } }),
  approveUser: ofNewUser,
  suspendUser: async (world) => ({ ...(await ofNewUser(world)), json: { reason: 'Three orders refused' } }),

  listMails: withoutInput,
  getMail: async ({ server }) => ({ path: { id: await newKeptMail(server) } }),

  listAuditLog: withoutInput,
  checkBooks: withoutInput,
  getJobs: withoutInput,
  retryFailure: async ({ server }) => ({ path: { id: await newFailure(server) } }),
  retryAllFailures: withoutInput,
  openQueueBoard: withoutInput,
};

function newAccount(): { username: string; email: string; password: string } {
  const username = newUsername();
  return { username, email: `${username}@example.com`, password: 'three-ripe-mangoes' };
}

async function withOwnCookie({ server, people }: World, who: Who): Promise<ValidRequest> {
  if (who === 'anonymous') return {};
  const { id, username, password } = people[who];
  if (who !== 'pending') return { headers: { cookie: await refreshCookieOf(server, username, password) } };
  await server.rows(`UPDATE users SET status = 'approved' WHERE id = ?`, [id]);
  const cookie = await refreshCookieOf(server, username, password);
  await server.rows(`UPDATE users SET status = 'pending' WHERE id = ?`, [id]);
  return { headers: { cookie } };
}

async function withUnsubscribeToken({ server }: World): Promise<ValidRequest> {
  const { id: userId } = await newShopper(server);
  const secret = server.env['JWT_SECRET'] ?? '';
  return { query: { token: signUnsubscribeToken(secret, { list: 'daily-reminder', userId }) } };
}

async function newSessionOf({ server, people }: World, who: Exclude<Who, 'anonymous'>): Promise<string> {
  const { id, username, password } = people[who];
  await refreshCookieOf(server, username, password);
  const [session] = await server.rows<{ id: string }>(
    'SELECT id FROM sessions WHERE user_id = ? AND ended_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1',
    [id],
  );
  return session?.id ?? '';
}

async function ofNewOrder({ server, product, people }: World, _: Who): Promise<ValidRequest> {
  return { path: { id: (await newOrder(server, people.owner, { [product.id]: 1 })).id } };
}

async function newOrderIds(world: World, who: Who): Promise<{ orderIds: unknown[] }> {
  return { orderIds: [(await ofNewOrder(world, who)).path?.['id']] };
}

async function ofNewProduct({ server, section, people }: World): Promise<ValidRequest> {
  return { path: { id: (await newProduct(server, people.manager, { sectionId: section.id })).id } };
}

async function ofNewSection({ server, people }: World): Promise<ValidRequest> {
  return { path: { id: (await newSection(server, people.admin)).id } };
}

async function ofNewUser({ server }: World): Promise<ValidRequest> {
  return { path: { id: await register(server, newUsername()) } };
}

function newSectionBody(): object {
  return { requestType: 'create', sectionName: newSectionName() };
}

async function ofNewSectionRequest({ server, people }: World, _: Who): Promise<ValidRequest> {
  return { path: { id: (await newSectionRequest(server, people.owner, newSectionBody())).id } };
}

/** Creates a finished export of the manager, as a worker leaves it. */
async function ofNewExport({ server, people }: World): Promise<ValidRequest> {
  return { path: { id: await doneExport(server, people.manager.id) } };
}

/** Creates an import of the manager that no worker starts. */
async function ofNewImport({ server, people }: World): Promise<ValidRequest> {
  return { path: { id: await waitingImport(server, people.manager.id) } };
}
