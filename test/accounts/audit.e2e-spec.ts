import { randomUUID } from 'node:crypto';
import { MINUTE_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newImage, imageForm } from '../factories/images.js';
import { accountOf, newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import type { Client } from '../support/clients/client.js';
import { sendRaw } from '../support/clients/raw-request.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let audit: AuditLog;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  audit = new AuditLog(server, admin);
  audit.secrets.add(manager.password);
});

const as = (user: TestUser): Client => server.client.as(user);

describe('audit entries of staff actions', () => {
  it('records that a product is created, changed, restocked, given an image and deleted', async () => {
    const { id: sectionId } = await newSection(server, admin);
    const body = {
      sectionId,
      name: `New ${randomUUID()}`,
      unitType: 'kg',
      ratePerUnit: 4000,
      quantityAvailable: 3,
    };
    let id = '';
    const created = await audit.leftBy(
      as(manager),
      async (client) => {
        const response = await client.post<{ id: string }>('/admin/products', body);
        id = response.body.id;
        return response;
      },
      201,
    );
    expect(created).toMatchObject([
      {
        action: 'catalog.product-created',
        actorId: manager.id,
        actorName: manager.username,
        subjectType: 'product',
        subjectId: id,
        before: null,
        after: { name: body.name, ratePerUnit: 4000 },
      },
    ]);
    const path = `/admin/products/${id}`;
    expect(
      await audit.leftBy(as(manager), (client) => client.patch(path, { version: 1, ratePerUnit: 4400 }), 200),
    ).toMatchObject([
      {
        action: 'catalog.product-changed',
        subjectId: id,
        before: { ratePerUnit: 4000 },
        after: { ratePerUnit: 4400 },
      },
    ]);
    const move = { reason: 'delivery', delta: 2, note: 'Invoice 4711' };
    expect(
      await audit.leftBy(as(manager), (client) => client.post(`${path}/stock-movements`, move), 201),
    ).toMatchObject([
      {
        action: 'catalog.stock-moved',
        subjectId: id,
        before: { quantityAvailable: 3 },
        after: { quantityAvailable: 5, reason: 'delivery', delta: 2, note: 'Invoice 4711' },
      },
    ]);
    const form = imageForm(await newImage());
    const image = await sendRaw(server.url, {
      method: 'PUT',
      path: `/api/v1${path}/image?version=2`,
      headers: {
        authorization: `Bearer ${manager.accessToken}`,
        'content-type': form.type,
        'x-request-id': 'picture',
      },
      body: form.content,
    });
    expect(image.status).toBe(200);
    expect(await audit.entries({ action: 'catalog.product-image-changed', subjectId: id })).toMatchObject([
      { actorId: manager.id, requestId: 'picture', before: { image: null } },
    ]);
    expect(
      await audit.leftBy(as(manager), (client) => client.delete(`${path}?version=3`), 204),
    ).toMatchObject([
      { action: 'catalog.product-deleted', subjectId: id, before: { name: body.name, ratePerUnit: 4400 } },
    ]);
  });

  it('records that a section is created, changed and deleted', async () => {
    const name = `Section ${randomUUID()}`;
    const asAdmin = as(admin);
    const [created] = await audit.leftBy(asAdmin, (client) => client.post('/admin/sections', { name }), 201);
    expect(created).toMatchObject({ action: 'catalog.section-created', actorId: admin.id, after: { name } });
    const path = `/admin/sections/${created?.subjectId ?? ''}`;
    const other = `Section ${randomUUID()}`;
    expect(
      await audit.leftBy(asAdmin, (client) => client.patch(path, { version: 1, name: other }), 200),
    ).toMatchObject([{ action: 'catalog.section-changed', before: { name }, after: { name: other } }]);
    expect(await audit.leftBy(asAdmin, (client) => client.delete(`${path}?version=2`), 204)).toMatchObject([
      { action: 'catalog.section-deleted', before: { name: other } },
    ]);
  });

  it('records status changes of an order', async () => {
    const { id: sectionId } = await newSection(server, admin);
    const product = await newProduct(server, manager, { sectionId });
    const { id } = await newOrder(server, await newShopper(server), { [product.id]: 1 });
    const path = `/admin/orders/${id}/transitions`;
    for (const [before, to] of [
      ['placed', 'packed'],
      ['packed', 'cancelled'],
    ])
      expect(
        await audit.leftBy(as(manager), (client) => client.post(path, { to, note: 'As requested' }), 200),
      ).toMatchObject([
        {
          action: 'orders.status-changed',
          subjectType: 'order',
          subjectId: id,
          before: { status: before },
          after: { status: to, note: 'As requested' },
        },
      ]);
  });

  it('records a section request and its approval', async () => {
    const sectionName = `Section ${randomUUID()}`;
    const request = { requestType: 'create', sectionName, reason: 'People ask.' };
    const requested = await audit.leftBy(
      as(manager),
      (client) => client.post('/section-requests', request),
      201,
    );
    expect(requested).toMatchObject([
      { action: 'section-requests.asked', actorId: manager.id, after: { sectionName } },
    ]);
    const path = `/admin/section-requests/${requested[0]?.subjectId ?? ''}/approve`;
    const decided = await audit.leftBy(as(admin), (client) => client.post(path, { note: 'Yes' }), 200);
    expect(decided.map(({ action, actorId }) => [action, actorId]).sort()).toEqual([
      ['catalog.section-created', admin.id],
      ['section-requests.approved', admin.id],
    ]);
  });

  it('records that an account is suspended, approved, promoted and renamed', async () => {
    const user = await newShopper(server);
    const path = `/admin/users/${user.id}`;
    const asAdmin = as(admin);
    expect(
      await audit.leftBy(asAdmin, (client) => client.post(`${path}/suspend`, { reason: 'Refused' }), 200),
    ).toMatchObject([
      {
        action: 'users.suspended',
        actorId: admin.id,
        subjectId: user.id,
        before: { status: 'approved' },
        after: { status: 'suspended', reason: 'Refused' },
      },
    ]);
    expect(await audit.leftBy(asAdmin, (client) => client.post(`${path}/approve`), 200)).toMatchObject([
      { action: 'users.approved', before: { status: 'suspended' }, after: { status: 'approved' } },
    ]);
    const { version } = await accountOf(server, admin, user);
    const change = { version, role: 'store_manager', displayName: 'Asha' };
    const changed = await audit.leftBy(asAdmin, (client) => client.patch(path, change), 200);
    expect(changed.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['users.role-changed', { role: 'user' }, { role: 'store_manager' }],
      ['users.renamed', { displayName: user.username }, { displayName: 'Asha' }],
    ]);
    expect(await audit.leftBy(asAdmin, (client) => client.post(`${path}/approve`), 200)).toEqual([]);
  });
});

it('filters entries by action, subject, actor and time', async () => {
  const { id, name } = await newSection(server, admin);
  const since = new Date(Date.now() + MINUTE_MS).toISOString();
  expect(await audit.entries({ subjectId: id })).toMatchObject([
    { action: 'catalog.section-created', after: { name } },
  ]);
  expect(await audit.entries({ subjectId: id, action: 'catalog.' })).toHaveLength(1);
  expect(await audit.entries({ subjectId: id, action: 'CATALOG.' })).toHaveLength(0);
  expect(await audit.entries({ subjectId: id, actorId: manager.id })).toHaveLength(0);
  expect(await audit.entries({ subjectId: id, actorId: 'nonsense' })).toHaveLength(0);
  expect(await audit.entries({ subjectId: id, subjectType: 'section', to: since })).toHaveLength(1);
  expect(await audit.entries({ subjectId: id, from: since })).toHaveLength(0);
  const times = (await audit.entries()).map((entry) => entry.at);
  expect(times).toEqual([...times].sort().reverse());
});

it('writes no secret to the audit log, the outbox or the log', async () => {
  await audit.expectNoSecret();
});
