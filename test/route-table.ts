import { newFailure } from './factories/failures.js';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { passwordResetToken } from '../src/auth/password-reset-token.js';
import { unsubscribeToken } from '../src/mail/unsubscribe-token.js';
import { newProduct, newSection } from './factories/catalog.js';
import { doneExport, productsForm, waitingImport } from './factories/files.js';
import { newKeptMail } from './factories/kept-mails.js';
import { ADDRESS, fillCart, newOrder } from './factories/orders.js';
import { newShopper, newUsername, register } from './factories/users.js';
import { somebodyLike, WHO, type Who, type World } from './factories/world.js';
import { refreshCookieOf } from './setup/cookies.js';
import { bodyOf, type Bearer } from './setup/client.js';

/**
 * What every operation answers to everybody who sends it a valid request. Each has one line; one that is missing, or
 * that the API no longer has, fails the test.
 *
 * `pending` is a store manager whose token is still good and whose account is pending. What belongs to a shopper belongs
 * to the `owner`; `another` is a shopper too.
 */
export const TABLE = `
  operation                anonymous pending owner another manager admin

  isLive                   200       200     200   200     200     200
  isReady                  200       200     200   200     200     200
  readMetrics              200       200     200   200     200     200
  getStore                 200       200     200   200     200     200

  register                 201       201     201   201     201     201
  login                    200       200     200   200     200     200
  refresh                  401       401     200   200     200     200
  logout                   204       204     204   204     204     204
  forgotPassword           202       202     202   202     202     202
  resetPassword            204       204     204   204     204     204

  getOwnProfile            401       401     200   200     200     200
  updateOwnProfile         401       401     200   200     200     200
  changeOwnPassword        401       401     200   200     200     200
  listOwnSessions          401       401     200   200     200     200
  endOtherSessions         401       401     204   204     204     204
  endOwnSession            401       401     204   404     404     404

  getSubscription          200       200     200   200     200     200
  unsubscribeByLink        200       200     200   200     200     200

  listSections             200       200     200   200     200     200
  getSection               200       200     200   200     200     200
  listProducts             200       200     200   200     200     200
  getProduct               200       200     200   200     200     200

  getCart                  401       401     200   200     403     403
  clearCart                401       401     200   200     403     403
  setCartItem              401       401     200   200     403     403
  removeCartItem           401       401     200   200     403     403
  mergeCart                401       401     200   200     403     403

  placeOrder               401       401     201   201     403     403
  listOrders               401       401     200   200     403     403
  getOrder                 401       401     200   404     403     403
  followOrder              401       401     200   404     403     403
  getInvoice               401       401     200   404     403     403
  cancelOrder              401       401     200   404     403     403
  reorder                  401       401     200   404     403     403

  askForSection            401       401     201   201     201     201
  listOwnSectionRequests   401       401     200   200     200     200

  listAdminProducts        401       401     403   403     200     200
  getAdminProduct          401       401     403   403     200     200
  createProduct            401       401     403   403     201     201
  changeProduct            401       401     403   403     200     200
  deleteProduct            401       401     403   403     204     204
  setProductImage          401       401     403   403     200     200
  listStockMovements       401       401     403   403     200     200
  moveStock                401       401     403   403     201     201

  listExports              401       401     403   403     200     200
  createExport             401       401     403   403     202     202
  getExport                401       401     403   403     200     200
  getExportFile            401       401     403   403     200     200
  followExport             401       401     403   403     200     200
  removeExport             401       401     403   403     204     204

  listImports              401       401     403   403     200     200
  importProducts           401       401     403   403     202     202
  getImport                401       401     403   403     200     200
  listImportErrors         401       401     403   403     200     200
  followImport             401       401     403   403     200     200
  cancelImport             401       401     403   403     200     200

  listAdminOrders          401       401     403   403     200     200
  getAdminOrder            401       401     403   403     200     200
  getAdminInvoice          401       401     403   403     200     200
  transitionOrder          401       401     403   403     200     200

  getDashboard             401       401     403   403     200     200
  followDashboard          401       401     403   403     200     200
  getSalesReport           401       401     403   403     200     200
  getStockReport           401       401     403   403     200     200
  getEngagementReport      401       401     403   403     200     200

  createSection            401       401     403   403     403     201
  changeSection            401       401     403   403     403     200
  deleteSection            401       401     403   403     403     204

  listSectionRequests      401       401     403   403     403     200
  getSectionRequestImpact  401       401     403   403     403     200
  approveSectionRequest    401       401     403   403     403     200
  rejectSectionRequest     401       401     403   403     403     200

  listUsers                401       401     403   403     403     200
  updateUser               401       401     403   403     403     200
  approveUser              401       401     403   403     403     200
  suspendUser              401       401     403   403     403     200

  listMails                401       401     403   403     403     200
  getMail                  401       401     403   403     403     200

  listAuditLog             401       401     403   403     403     200
  checkBooks               401       401     403   403     403     200
  getJobs                  401       401     403   403     403     200
  retryFailure             401       401     403   403     403     202
  retryAllFailures         401       401     403   403     403     202
  openQueueBoard           401       401     403   403     403     204
`;

/** A request of an operation that is valid for whoever may send it. */
export interface ValidRequest {
  /** Path parameters, by name. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  /** A body that is not JSON. */
  readonly form?: { readonly type: string; readonly content: Buffer };
  /** Who sends it, where sending it spoils the account for others. */
  readonly by?: Bearer;
}

type Factory = (world: World, who: Who) => Promise<ValidRequest> | ValidRequest;

const plain: Factory = () => ({});

const REPORTED = { from: '2026-01-01', to: '2026-01-31' };

/** How a valid request of each operation comes about. */
export const REQUESTS: Readonly<Record<string, Factory>> = {
  isLive: plain,
  isReady: plain,
  readMetrics: plain,
  getStore: plain,

  register: () => ({ json: newAccount() }),
  login: ({ people: { owner } }) => ({ json: { username: owner.username, password: owner.password } }),
  refresh: withOwnCookie,
  logout: withOwnCookie,
  forgotPassword: ({ people: { owner } }) => ({ json: { email: `${owner.username}@example.com` } }),
  resetPassword: async ({ server }) => ({
    json: { token: await newResetToken({ server }), password: 'four-green-chillies' },
  }),

  getOwnProfile: plain,
  updateOwnProfile: () => ({ json: { displayName: 'Asha Rao' } }),
  changeOwnPassword: async (world, who) => {
    const by = await somebodyLike(world, who);
    return { by, json: { currentPassword: by.password, newPassword: 'four-green-chillies' } };
  },
  listOwnSessions: plain,
  endOtherSessions: plain,
  endOwnSession: async (world) => ({ path: { id: await newSessionOf(world, 'owner') } }),

  getSubscription: withUnsubscribeToken,
  unsubscribeByLink: async (world) => ({
    ...(await withUnsubscribeToken(world)),
    form: {
      type: 'application/x-www-form-urlencoded',
      content: Buffer.from('List-Unsubscribe=One-Click'),
    },
  }),

  listSections: plain,
  getSection: ({ section }) => ({ path: { id: section.id } }),
  listProducts: plain,
  getProduct: ({ product }) => ({ path: { id: product.id } }),

  getCart: plain,
  clearCart: plain,
  setCartItem: ({ product }) => ({ path: { productId: product.id }, json: { quantity: 2 } }),
  removeCartItem: ({ product }) => ({ path: { productId: product.id } }),
  mergeCart: ({ product }) => ({ json: { items: [{ productId: product.id, quantity: 1 }] } }),

  placeOrder: async (world, who) => {
    const { server, product, people } = world;
    const shopper = who === 'another' ? people.another : people.owner;
    await fillCart(server, shopper, { [product.id]: 1 });
    return { headers: { 'idempotency-key': randomUUID() }, json: { address: ADDRESS } };
  },
  listOrders: plain,
  getOrder: ofNewOrder,
  followOrder: ofNewOrder,
  getInvoice: ofNewOrder,
  cancelOrder: ofNewOrder,
  reorder: ofNewOrder,

  askForSection: () => ({ json: newSectionRequest() }),
  listOwnSectionRequests: plain,

  listAdminProducts: plain,
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
  deleteProduct: async (world) => ({ ...(await ofNewProduct(world)), query: { version: 1 } }),
  setProductImage: async (world) => ({
    ...(await ofNewProduct(world)),
    query: { version: 1 },
    form: pictureForm(await newPicture()),
  }),
  listStockMovements: ({ product }) => ({ path: { id: product.id } }),
  moveStock: ({ product }) => ({ path: { id: product.id }, json: { reason: 'delivery', delta: 1.5 } }),

  listExports: plain,
  createExport: ({ section }) => ({ json: { kind: 'products', parameters: { sectionId: section.id } } }),
  getExport: ofNewExport,
  getExportFile: ofNewExport,
  followExport: ofNewExport,
  removeExport: ofNewExport,

  listImports: plain,
  importProducts: () => ({ form: productsForm('section,name\nnowhere,nothing', { dryRun: 'true' }) }),
  getImport: ofNewImport,
  listImportErrors: ofNewImport,
  followImport: ofNewImport,
  cancelImport: ofNewImport,

  listAdminOrders: plain,
  getAdminOrder: ofNewOrder,
  getAdminInvoice: ofNewOrder,
  transitionOrder: async (world, who) => ({ ...(await ofNewOrder(world, who)), json: { to: 'packed' } }),

  getDashboard: plain,
  followDashboard: plain,
  getSalesReport: () => ({ query: { ...REPORTED, groupBy: 'product' } }),
  getStockReport: () => ({ query: REPORTED }),
  getEngagementReport: () => ({ query: REPORTED }),

  createSection: () => ({ json: { name: `Section ${randomUUID()}` } }),
  changeSection: async (world) => ({
    ...(await ofNewSection(world)),
    json: { version: 1, description: 'Cool and dry' },
  }),
  deleteSection: async (world) => ({ ...(await ofNewSection(world)), query: { version: 1 } }),

  listSectionRequests: plain,
  getSectionRequestImpact: ofNewSectionRequest,
  approveSectionRequest: async (world, who) => ({ ...(await ofNewSectionRequest(world, who)), json: {} }),
  rejectSectionRequest: async (world, who) => ({
    ...(await ofNewSectionRequest(world, who)),
    json: { note: 'We have no room.' },
  }),

  listUsers: plain,
  updateUser: async (world) => ({ ...(await ofNewUser(world)), json: { version: 1, displayName: 'Asha' } }),
  approveUser: ofNewUser,
  suspendUser: async (world) => ({ ...(await ofNewUser(world)), json: { reason: 'Three orders refused' } }),

  listMails: plain,
  getMail: async ({ server }) => ({ path: { id: await newKeptMail(server) } }),

  listAuditLog: plain,
  checkBooks: plain,
  getJobs: plain,
  retryFailure: async ({ server }) => ({ path: { id: await newFailure(server) } }),
  retryAllFailures: plain,
  openQueueBoard: plain,
};

/** The table, as operation to status by who asks. */
export function routeTable(): ReadonlyMap<string, Readonly<Record<Who, number>>> {
  const lines = TABLE.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().split(/\s+/)]));
  return new Map(
    lines
      .slice(1)
      .map(([operation = '', ...statuses]) => [
        operation,
        Object.fromEntries(WHO.map((who, i) => [who, Number(statuses[i])])) as Record<Who, number>,
      ]),
  );
}

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

/** What the mail to somebody who forgot the password would hold. */
export async function newResetToken({ server }: Pick<World, 'server'>): Promise<string> {
  const { username } = await newShopper(server);
  bodyOf(await server.client.post('/auth/forgot-password', { email: `${username}@example.com` }), 202);
  const [reset] = await server.rows<{ id: string }>(
    'SELECT r.id FROM password_resets r JOIN users u ON u.id = r.user_id WHERE u.username = ?',
    [username],
  );
  return passwordResetToken(server.env['JWT_SECRET'] ?? '', reset?.id ?? '');
}

async function withUnsubscribeToken({ server }: World): Promise<ValidRequest> {
  const { id: userId } = await newShopper(server);
  const secret = server.env['JWT_SECRET'] ?? '';
  return { query: { token: unsubscribeToken(secret, { list: 'daily-reminder', userId }) } };
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

async function ofNewProduct({ server, section, people }: World): Promise<ValidRequest> {
  return { path: { id: (await newProduct(server, people.manager, { sectionId: section.id })).id } };
}

async function ofNewSection({ server, people }: World): Promise<ValidRequest> {
  return { path: { id: (await newSection(server, people.admin, `Section ${randomUUID()}`)).id } };
}

async function ofNewUser({ server }: World): Promise<ValidRequest> {
  return { path: { id: await register(server, newUsername()) } };
}

function newSectionRequest(): object {
  return { requestType: 'create', sectionName: `Section ${randomUUID()}`, reason: 'People ask for it.' };
}

async function ofNewSectionRequest({ server, people }: World, _: Who): Promise<ValidRequest> {
  const asked = await server.client
    .as(people.owner)
    .post<{ id: string }>('/section-requests', newSectionRequest());
  return { path: { id: bodyOf(asked, 201).id } };
}

/** An export of the manager's that is done, as a worker leaves it. */
async function ofNewExport({ server, people }: World): Promise<ValidRequest> {
  return { path: { id: await doneExport(server, people.manager.id) } };
}

/** An import of the manager's that no worker knows of. */
async function ofNewImport({ server, people }: World): Promise<ValidRequest> {
  return { path: { id: await waitingImport(server, people.manager.id) } };
}

/** A small picture in the format of digital cameras' little brother: a PNG. */
export function newPicture(width = 64, height = 48): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } })
    .png()
    .toBuffer();
}

/** A file as the browser sends it from a form. */
export function pictureForm(
  file: Buffer,
  name = 'picture.png',
  type = 'image/png',
): { type: string; content: Buffer } {
  const boundary = `form-${randomUUID()}`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="image"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
  const content = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, content };
}
