import { randomUUID } from 'node:crypto';
import { newProduct, newSection } from '../factories/catalog.js';
import { fillCart } from '../factories/orders.js';
import {
  approve,
  requestSection,
  impactOf,
  newSectionName,
  newSectionRequest,
  reject,
  type SectionRequest,
} from '../factories/section-requests.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  shopper = await newShopper(server);
});

describe('GET /admin/section-requests/:id', () => {
  const requestView = (id: string): Promise<ApiResponse<SectionRequest & Problem>> =>
    server.client.as(admin).get(`/admin/section-requests/${id}`);

  it('returns the request as the table lists it, before and after the decision', async () => {
    const request = await newSectionRequest(server, shopper, {
      requestType: 'create',
      sectionName: newSectionName(),
    });
    expect(bodyOf(await requestView(request.id), 200)).toEqual(request);
    const decided = bodyOf(await reject(server, admin, request), 200);
    expect(bodyOf(await requestView(request.id), 200)).toEqual(decided);
  });

  it.each([randomUUID(), 'nonsense'])('returns 404 for the unknown ID %s', async (id) => {
    expect(bodyOf(await requestView(id), 404).code).toBe('section-requests.not-found');
  });
});

describe('GET /section-requests/:id', () => {
  it('returns a request to the user who made it, before and after the decision, and to no other user', async () => {
    const request = await newSectionRequest(server, manager, {
      requestType: 'create',
      sectionName: newSectionName(),
    });
    const path = `/section-requests/${request.id}`;
    expect(bodyOf(await server.client.as(manager).get(path), 200)).toEqual(request);
    const decided = bodyOf(await reject(server, admin, request), 200);
    expect(bodyOf(await server.client.as(manager).get(path), 200)).toEqual(decided);
    for (const other of [shopper, admin, await newManager(server)])
      expect(bodyOf(await server.client.as(other).get<Problem>(path), 404).code).toBe(
        'section-requests.not-found',
      );
    expect((await server.client.get(path)).status).toBe(401);
  });
});

describe('POST /section-requests', () => {
  it('accepts a new section from every signed-in user', async () => {
    for (const user of [shopper, manager, admin]) {
      const request = await newSectionRequest(server, user, {
        requestType: 'create',
        sectionName: newSectionName(),
      });
      expect(request).toMatchObject({
        status: 'pending',
        requestedBy: user.id,
        sectionId: null,
        decidedBy: null,
      });
    }
  });

  it('accepts renames from any user, and deletions from staff only', async () => {
    const { id: sectionId } = await newSection(server, admin);
    for (const user of [shopper, manager])
      await newSectionRequest(server, user, {
        requestType: 'rename',
        sectionId,
        sectionName: newSectionName(),
      });
    const deletion = { requestType: 'delete', sectionId };
    expect(bodyOf(await requestSection(server, shopper, deletion), 403).code).toBe(
      'section-requests.type-not-allowed',
    );
    await newSectionRequest(server, manager, deletion);
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
  ])('refuses with %i: %j', async (status, body) => {
    bodyOf(await requestSection(server, manager, body), status);
  });

  it('refuses a taken name with 409', async () => {
    const { name, id: sectionId } = await newSection(server, admin);
    expect(
      bodyOf(
        await requestSection(server, shopper, { requestType: 'create', sectionName: name.toUpperCase() }),
        409,
      ).code,
    ).toBe('catalog.section-name-taken');
    bodyOf(
      await requestSection(server, manager, { requestType: 'rename', sectionId, sectionName: name }),
      422,
    );
    bodyOf(
      await requestSection(server, manager, { requestType: 'delete', sectionId, moveProductsTo: sectionId }),
      422,
    );
  });

  it('lists only the user’s own requests', async () => {
    const user = await newShopper(server);
    const requests = [];
    for (let i = 0; i < 3; i++)
      requests.push(
        await newSectionRequest(server, user, { requestType: 'create', sectionName: newSectionName() }),
      );
    bodyOf(await reject(server, admin, requests[1] ?? { id: '' }), 200);
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

it('returns the impact of an approval', async () => {
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
  const request = await newSectionRequest(server, manager, {
    requestType: 'delete',
    sectionId: from.id,
    moveProductsTo: to.id,
  });
  await newSectionRequest(server, manager, {
    requestType: 'rename',
    sectionId: from.id,
    sectionName: newSectionName(),
  });
  await newSectionRequest(server, manager, { requestType: 'delete', sectionId: to.id });
  expect(await impactOf(server, admin, request)).toMatchObject({
    products: 3,
    carts: 2,
    pendingRequests: 2,
    changedSinceAsked: false,
    productNamesClashing: ['Same'],
  });
});

it('keeps all requests in a history that admins can search', async () => {
  const word = `word${randomUUID().slice(0, 8)}`;
  const first = await newSectionRequest(server, shopper, {
    requestType: 'create',
    sectionName: newSectionName(),
    reason: `For ${word}`,
  });
  const second = await newSectionRequest(server, manager, {
    requestType: 'create',
    sectionName: `Of ${word}`,
  });
  bodyOf(await approve(server, admin, first), 200);
  type Table = { items: SectionRequest[]; total: number };
  const table = async (query: Record<string, string | number>): Promise<string[]> =>
    bodyOf(
      await server.client
        .as(admin)
        .get<Table>('/admin/section-requests', { q: word.toUpperCase(), ...query }),
      200,
    ).items.map(({ id }) => id);
  expect(await table({})).toEqual([second.id, first.id]);
  expect(await table({ status: 'approved' })).toEqual([first.id]);
  expect(await table({ requestType: 'delete' })).toEqual([]);
  expect(await table({ q: '%' + word })).toEqual([]);
  expect(await table({ page: 2, pageSize: 1 })).toEqual([first.id]);
});
