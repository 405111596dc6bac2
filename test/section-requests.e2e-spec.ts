import { randomUUID } from 'node:crypto';
import { newProduct, newSection, type TestSection } from './factories/catalog.js';
import { fillCart } from './factories/orders.js';
import { newAdmin, newManager, newShopper, theAdmin, type TestUser } from './factories/users.js';
import { bodyOf, type Answer, type Problem } from './setup/client.js';
import { startServer, type Server } from './setup/server.js';

interface SectionRequest {
  readonly id: string;
  readonly status: string;
  readonly requestType: string;
  readonly sectionId: string | null;
  readonly sectionName: string;
  readonly currentSectionName: string | null;
  readonly reason: string;
  readonly requestedBy: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
}

interface Impact {
  readonly products: number;
  readonly carts: number;
  readonly pendingRequests: number;
  readonly sectionVersion: number | null;
  readonly changedSinceAsked: boolean;
  readonly nameTaken: boolean;
  readonly productNamesClashing: readonly string[];
}

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
  manager = await newManager(server, admin);
  shopper = await newShopper(server);
});

const newName = (): string => `Section ${randomUUID()}`;

const ask = (user: TestUser, body: object): Promise<Answer<SectionRequest & Problem>> =>
  server.client.as(user).post('/section-requests', { reason: 'People ask for it.', ...body });

const asked = async (user: TestUser, body: object): Promise<SectionRequest> =>
  bodyOf(await ask(user, body), 201);

const approve = (
  request: { id: string },
  body: object = {},
  by = admin,
): Promise<Answer<SectionRequest & Problem>> =>
  server.client.as(by).post(`/admin/section-requests/${request.id}/approve`, body);

const reject = (
  request: { id: string },
  body: object = { note: 'No room.' },
  by = admin,
): Promise<Answer<SectionRequest & Problem>> =>
  server.client.as(by).post(`/admin/section-requests/${request.id}/reject`, body);

const impact = async (request: { id: string }): Promise<Impact> =>
  bodyOf(await server.client.as(admin).get<Impact>(`/admin/section-requests/${request.id}/impact`), 200);

const section = async (id: string | null): Promise<Answer<TestSection>> =>
  server.client.get(`/sections/${id ?? ''}`);

const touch = async ({ id }: TestSection): Promise<void> => {
  const { version } = bodyOf(await section(id), 200);
  bodyOf(
    await server.client.as(admin).patch(`/admin/sections/${id}`, { version, description: randomUUID() }),
    200,
  );
};

describe('asking', () => {
  it('for a new section is anybody’s who is signed in', async () => {
    for (const user of [shopper, manager, admin]) {
      const request = await asked(user, { requestType: 'create', sectionName: newName() });
      expect(request).toMatchObject({
        status: 'pending',
        requestedBy: user.id,
        sectionId: null,
        decidedBy: null,
      });
    }
  });

  it('for another name, or for an end, is for staff', async () => {
    const { id: sectionId } = await newSection(server, admin);
    for (const body of [
      { requestType: 'rename', sectionId, sectionName: newName() },
      { requestType: 'delete', sectionId },
    ]) {
      expect(bodyOf(await ask(shopper, body), 403).code).toBe('section-requests.type-not-allowed');
      await asked(manager, body);
    }
  });

  it.each<[number, object]>([
    [400, { requestType: 'create' }],
    [400, { requestType: 'merge', sectionName: 'x' }],
    [400, { requestType: 'create', sectionName: 'x', sectionId: randomUUID() }],
    [400, { requestType: 'rename', sectionName: 'x' }],
    [400, { requestType: 'delete' }],
    [400, { requestType: 'delete', sectionId: randomUUID(), sectionName: 'x' }],
    [400, { requestType: 'create', sectionName: 'x', status: 'approved' }],
    [400, { requestType: 'create', sectionName: 'x', requestedBy: randomUUID() }],
    [400, { requestType: 'create', sectionName: 'x', reason: '' }],
    [400, { requestType: 'create', sectionName: 'a'.repeat(61) }],
    [422, { requestType: 'create', sectionName: '—' }],
    [422, { requestType: 'rename', sectionName: 'x', sectionId: randomUUID() }],
    [422, { requestType: 'delete', sectionId: 'nonsense' }],
  ])('is refused with %i for %j', async (status, body) => {
    bodyOf(await ask(manager, body), status);
  });

  it('for a name that is taken is refused', async () => {
    const { name, id: sectionId } = await newSection(server, admin);
    expect(
      bodyOf(await ask(shopper, { requestType: 'create', sectionName: name.toUpperCase() }), 409).code,
    ).toBe('catalog.section-name-taken');
    bodyOf(await ask(manager, { requestType: 'rename', sectionId, sectionName: name }), 422);
    bodyOf(await ask(manager, { requestType: 'delete', sectionId, moveProductsTo: sectionId }), 422);
  });

  it('shows one’s own requests, and nobody else’s', async () => {
    const user = await newShopper(server);
    const requests = [];
    for (let i = 0; i < 3; i++)
      requests.push(await asked(user, { requestType: 'create', sectionName: newName() }));
    bodyOf(await reject(requests[1] ?? { id: '' }), 200);
    type Page = { items: SectionRequest[]; nextCursor: string | null };
    const own = async (query: Record<string, string | number>): Promise<Page> =>
      bodyOf(await server.client.as(user).get<Page>('/section-requests', query), 200);
    const first = await own({ limit: 2 });
    const second = await own({ limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
      requests.map(({ id }) => id).reverse(),
    );
    expect((await own({ status: 'rejected' })).items).toMatchObject([
      { id: requests[1]?.id, decisionNote: 'No room.' },
    ]);
  });
});

describe('deciding', () => {
  it('is an admin’s alone', async () => {
    const request = await asked(shopper, { requestType: 'create', sectionName: newName() });
    for (const user of [shopper, manager]) {
      expect((await approve(request, {}, user)).status).toBe(403);
      expect((await reject(request, { note: 'No' }, user)).status).toBe(403);
    }
    for (const id of [randomUUID(), 'nonsense']) {
      expect(bodyOf(await approve({ id }), 404).code).toBe('section-requests.not-found');
      expect((await reject({ id })).status).toBe(404);
      expect((await server.client.as(admin).get(`/admin/section-requests/${id}/impact`)).status).toBe(404);
    }
  });

  it('for a new section makes it', async () => {
    const sectionName = newName();
    const request = await asked(shopper, { requestType: 'create', sectionName });
    const approved = bodyOf(await approve(request, { note: 'Good idea.' }), 200);
    expect(approved).toMatchObject({ status: 'approved', decidedBy: admin.id, decisionNote: 'Good idea.' });
    expect(bodyOf(await section(approved.sectionId), 200).name).toBe(sectionName);
  });

  it('for another name gives it', async () => {
    const old = await newSection(server, admin);
    const sectionName = newName();
    bodyOf(
      await approve(await asked(manager, { requestType: 'rename', sectionId: old.id, sectionName })),
      200,
    );
    expect(bodyOf(await section(old.id), 200)).toMatchObject({ name: sectionName, version: 2 });
  });

  it('for an end moves the products to where the request says', async () => {
    const [from, to] = [await newSection(server, admin), await newSection(server, admin)];
    const product = await newProduct(server, manager, { sectionId: from.id });
    const request = await asked(manager, {
      requestType: 'delete',
      sectionId: from.id,
      moveProductsTo: to.id,
    });
    bodyOf(await approve(request), 200);
    expect((await section(from.id)).status).toBe(404);
    expect(bodyOf(await server.client.get(`/products/${product.id}`), 200)).toMatchObject({
      sectionId: to.id,
    });
  });

  it('for an end is refused while products would be left behind', async () => {
    const { id: sectionId } = await newSection(server, admin);
    await newProduct(server, manager, { sectionId });
    const request = await asked(manager, { requestType: 'delete', sectionId });
    expect(bodyOf(await approve(request), 409)).toMatchObject({
      code: 'catalog.section-not-empty',
      products: 1,
    });
    bodyOf(await section(sectionId), 200);
    bodyOf(await reject(request), 200);
  });

  it('against it needs a note, and changes nothing else', async () => {
    const sectionName = newName();
    const request = await asked(shopper, { requestType: 'create', sectionName });
    for (const body of [{}, { note: '' }, { note: null }, { note: '   ' }])
      expect((await reject(request, body)).status).toBe(400);
    expect(bodyOf(await reject(request), 200)).toMatchObject({
      status: 'rejected',
      decidedBy: admin.id,
      sectionId: null,
    });
    const { items } = bodyOf(await server.client.get<{ items: TestSection[] }>('/sections'), 200);
    expect(items.map(({ name }) => name)).not.toContain(sectionName);
  });

  it('twice is refused, whichever way', async () => {
    const request = await asked(shopper, { requestType: 'create', sectionName: newName() });
    bodyOf(await approve(request), 200);
    for (const answer of [await approve(request), await reject(request)])
      expect(bodyOf(answer, 409)).toMatchObject({
        code: 'section-requests.already-decided',
        requestStatus: 'approved',
      });
  });

  it('by many admins at once applies once', async () => {
    const others = await Promise.all([1, 2, 3].map(() => newAdmin(server, admin)));
    const sectionName = newName();
    const request = await asked(shopper, { requestType: 'create', sectionName });
    const answers = await Promise.all([
      ...others.map((other) => approve(request, {}, other)),
      ...others.map((other) => reject(request, { note: 'No' }, other)),
    ]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(5);
    const audits = await server.rows(
      `SELECT id FROM audit_entries WHERE subject_id = ? AND action IN ('section-requests.approved', 'section-requests.rejected')`,
      [request.id],
    );
    expect(audits).toHaveLength(1);
    const events = await server.rows('SELECT id FROM outbox_events WHERE subject = ?', [
      `section-request:${request.id}`,
    ]);
    expect(events).toHaveLength(1);
  });

  it.each(['rename', 'delete'])(
    'on a section that has changed is refused until it was looked at again: %s',
    async (requestType) => {
      const old = await newSection(server, admin);
      const more = requestType === 'rename' ? { sectionName: newName() } : {};
      const request = await asked(manager, { requestType, sectionId: old.id, ...more });
      await touch(old);
      expect(bodyOf(await approve(request), 409)).toMatchObject({
        code: 'section-requests.section-changed',
        sectionVersion: 2,
      });
      const { sectionVersion, changedSinceAsked } = await impact(request);
      expect([sectionVersion, changedSinceAsked]).toEqual([2, true]);
      await touch(old);
      expect((await approve(request, { sectionVersion })).status).toBe(409);
      bodyOf(await approve(request, { sectionVersion: 3 }), 200);
    },
  );

  it('on a section that is gone can only be against it', async () => {
    const old = await newSection(server, admin);
    const request = await asked(manager, {
      requestType: 'rename',
      sectionId: old.id,
      sectionName: newName(),
    });
    expect((await server.client.as(admin).delete(`/admin/sections/${old.id}?version=1`)).status).toBe(204);
    expect(bodyOf(await approve(request), 409)).toMatchObject({
      code: 'section-requests.section-changed',
      sectionVersion: null,
    });
    await impact(request);
    bodyOf(await reject(request), 200);
  });

  it('on a name that was taken meanwhile is refused, and the request stays', async () => {
    const sectionName = newName();
    const request = await asked(shopper, { requestType: 'create', sectionName });
    await newSection(server, admin, sectionName);
    expect((await impact(request)).nameTaken).toBe(true);
    expect(bodyOf(await approve(request), 409).code).toBe('catalog.section-name-taken');
    bodyOf(await reject(request), 200);
  });

  it('where the products shall go to a section that is gone is refused', async () => {
    const [from, to] = [await newSection(server, admin), await newSection(server, admin)];
    await newProduct(server, manager, { sectionId: from.id });
    const request = await asked(manager, {
      requestType: 'delete',
      sectionId: from.id,
      moveProductsTo: to.id,
    });
    expect((await server.client.as(admin).delete(`/admin/sections/${to.id}?version=1`)).status).toBe(204);
    expect([404, 409, 422]).toContain((await approve(request)).status);
    bodyOf(await section(from.id), 200);
  });
});

it('shows what approving would touch', async () => {
  const [from, to] = [await newSection(server, admin), await newSection(server, admin)];
  const products = [
    await newProduct(server, manager, { sectionId: from.id, name: 'Same' }),
    await newProduct(server, manager, { sectionId: from.id }),
    await newProduct(server, manager, { sectionId: from.id, published: false }),
  ];
  await newProduct(server, manager, { sectionId: to.id, name: 'same' });
  const [first, second] = products;
  for (const user of [await newShopper(server), await newShopper(server)])
    await fillCart(server, user, { [first?.id ?? '']: 1, [second?.id ?? '']: 1 });
  const request = await asked(manager, { requestType: 'delete', sectionId: from.id, moveProductsTo: to.id });
  await asked(manager, { requestType: 'rename', sectionId: from.id, sectionName: newName() });
  await asked(manager, { requestType: 'delete', sectionId: to.id });
  expect(await impact(request)).toMatchObject({
    products: 3,
    carts: 2,
    pendingRequests: 2,
    changedSinceAsked: false,
    productNamesClashing: ['Same'],
  });
});

it('keeps the history of all requests, which an admin can search', async () => {
  const word = `word${randomUUID().slice(0, 8)}`;
  const one = await asked(shopper, { requestType: 'create', sectionName: newName(), reason: `For ${word}` });
  const two = await asked(manager, { requestType: 'create', sectionName: `Of ${word}` });
  bodyOf(await approve(one), 200);
  type Table = { items: SectionRequest[]; total: number };
  const table = async (query: Record<string, string | number>): Promise<string[]> =>
    bodyOf(
      await server.client
        .as(admin)
        .get<Table>('/admin/section-requests', { q: word.toUpperCase(), ...query }),
      200,
    ).items.map(({ id }) => id);
  expect(await table({})).toEqual([two.id, one.id]);
  expect(await table({ status: 'approved' })).toEqual([one.id]);
  expect(await table({ requestType: 'delete' })).toEqual([]);
  expect(await table({ q: '%' + word })).toEqual([]);
  expect(await table({ page: 2, pageSize: 1 })).toEqual([one.id]);
});
