import { randomUUID } from 'node:crypto';
import { newProduct, newSection, type TestSection } from '../factories/catalog.js';
import {
  approve,
  impactOf,
  newSectionName,
  newSectionRequest,
  reject,
} from '../factories/section-requests.js';
import { newAdmin, newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse } from '../support/clients/client.js';
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

const section = async (id: string | null): Promise<ApiResponse<TestSection>> =>
  server.client.get(`/sections/${id ?? ''}`);

const touch = async ({ id }: TestSection): Promise<void> => {
  const { version } = bodyOf(await section(id), 200);
  bodyOf(
    await server.client.as(admin).patch(`/admin/sections/${id}`, { version, description: randomUUID() }),
    200,
  );
};

describe('deciding a section request', () => {
  it('is refused to anyone except an admin with 403, and returns 404 for an unknown request', async () => {
    const request = await newSectionRequest(server, shopper, {
      requestType: 'create',
      sectionName: newSectionName(),
    });
    for (const user of [shopper, manager]) {
      expect((await approve(server, user, request)).status).toBe(403);
      expect((await reject(server, user, request, { note: 'No' })).status).toBe(403);
    }
    for (const id of [randomUUID(), 'nonsense']) {
      expect(bodyOf(await approve(server, admin, { id }), 404).code).toBe('section-requests.not-found');
      expect((await reject(server, admin, { id })).status).toBe(404);
      expect((await server.client.as(admin).get(`/admin/section-requests/${id}/impact`)).status).toBe(404);
    }
  });

  it('creates the section on approval', async () => {
    const sectionName = newSectionName();
    const request = await newSectionRequest(server, shopper, { requestType: 'create', sectionName });
    const approved = bodyOf(await approve(server, admin, request, { note: 'Good idea.' }), 200);
    expect(approved).toMatchObject({ status: 'approved', decidedBy: admin.id, decisionNote: 'Good idea.' });
    expect(bodyOf(await section(approved.sectionId), 200).name).toBe(sectionName);
  });

  it('renames the section on approval', async () => {
    const original = await newSection(server, admin);
    const sectionName = newSectionName();
    const body = { requestType: 'rename', sectionId: original.id, sectionName };
    bodyOf(await approve(server, admin, await newSectionRequest(server, manager, body)), 200);
    expect(bodyOf(await section(original.id), 200)).toMatchObject({ name: sectionName, version: 2 });
  });

  it('deletes the section on approval and moves its products', async () => {
    const [from, to] = [await newSection(server, admin), await newSection(server, admin)];
    const product = await newProduct(server, manager, { sectionId: from.id });
    const request = await newSectionRequest(server, manager, {
      requestType: 'delete',
      sectionId: from.id,
      moveProductsTo: to.id,
    });
    bodyOf(await approve(server, admin, request), 200);
    expect((await section(from.id)).status).toBe(404);
    expect(bodyOf(await server.client.get(`/products/${product.id}`), 200)).toMatchObject({
      sectionId: to.id,
    });
  });

  it('refuses a deletion that would leave products without a section with 409', async () => {
    const { id: sectionId } = await newSection(server, admin);
    await newProduct(server, manager, { sectionId });
    const request = await newSectionRequest(server, manager, { requestType: 'delete', sectionId });
    expect(bodyOf(await approve(server, admin, request), 409)).toMatchObject({
      code: 'catalog.section-not-empty',
      products: 1,
    });
    bodyOf(await section(sectionId), 200);
    bodyOf(await reject(server, admin, request), 200);
  });

  it('requires a note for a rejection, which changes nothing else', async () => {
    const sectionName = newSectionName();
    const request = await newSectionRequest(server, shopper, { requestType: 'create', sectionName });
    for (const body of [{}, { note: '' }, { note: null }, { note: '   ' }])
      expect((await reject(server, admin, request, body)).status).toBe(400);
    expect(bodyOf(await reject(server, admin, request), 200)).toMatchObject({
      status: 'rejected',
      decidedBy: admin.id,
      sectionId: null,
    });
    const { items } = bodyOf(await server.client.get<{ items: TestSection[] }>('/sections'), 200);
    expect(items.map(({ name }) => name)).not.toContain(sectionName);
  });

  it('refuses a second decision with 409', async () => {
    const request = await newSectionRequest(server, shopper, {
      requestType: 'create',
      sectionName: newSectionName(),
    });
    bodyOf(await approve(server, admin, request), 200);
    for (const response of [await approve(server, admin, request), await reject(server, admin, request)])
      expect(bodyOf(response, 409)).toMatchObject({
        code: 'section-requests.already-decided',
        requestStatus: 'approved',
      });
  });

  it('applies one of several concurrent decisions', async () => {
    const others = await Promise.all([1, 2, 3].map(() => newAdmin(server)));
    const sectionName = newSectionName();
    const request = await newSectionRequest(server, shopper, { requestType: 'create', sectionName });
    const responses = await Promise.all([
      ...others.map((other) => approve(server, other, request)),
      ...others.map((other) => reject(server, other, request, { note: 'No' })),
    ]);
    expect(responses.filter((response) => response.status === 200)).toHaveLength(1);
    expect(responses.filter((response) => response.status === 409)).toHaveLength(5);
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
    'refuses the approval of a changed section until its version is confirmed: %s',
    async (requestType) => {
      const original = await newSection(server, admin);
      const fields = requestType === 'rename' ? { sectionName: newSectionName() } : {};
      const request = await newSectionRequest(server, manager, {
        requestType,
        sectionId: original.id,
        ...fields,
      });
      await touch(original);
      expect(bodyOf(await approve(server, admin, request), 409)).toMatchObject({
        code: 'section-requests.section-changed',
        sectionVersion: 2,
      });
      const { sectionVersion, changedSinceAsked } = await impactOf(server, admin, request);
      expect([sectionVersion, changedSinceAsked]).toEqual([2, true]);
      await touch(original);
      expect((await approve(server, admin, request, { sectionVersion })).status).toBe(409);
      bodyOf(await approve(server, admin, request, { sectionVersion: 3 }), 200);
    },
  );

  it('allows only a rejection if the section has been deleted', async () => {
    const original = await newSection(server, admin);
    const request = await newSectionRequest(server, manager, {
      requestType: 'rename',
      sectionId: original.id,
      sectionName: newSectionName(),
    });
    expect((await server.client.as(admin).delete(`/admin/sections/${original.id}?version=1`)).status).toBe(
      204,
    );
    expect(bodyOf(await approve(server, admin, request), 409)).toMatchObject({
      code: 'section-requests.section-changed',
      sectionVersion: null,
    });
    await impactOf(server, admin, request);
    bodyOf(await reject(server, admin, request), 200);
  });

  it('refuses the approval of a name that has been taken, and keeps the request', async () => {
    const sectionName = newSectionName();
    const request = await newSectionRequest(server, shopper, { requestType: 'create', sectionName });
    await newSection(server, admin, sectionName);
    expect((await impactOf(server, admin, request)).nameTaken).toBe(true);
    expect(bodyOf(await approve(server, admin, request), 409).code).toBe('catalog.section-name-taken');
    bodyOf(await reject(server, admin, request), 200);
  });

  it('refuses the approval if the target section of the products has been deleted', async () => {
    const [from, to] = [await newSection(server, admin), await newSection(server, admin)];
    await newProduct(server, manager, { sectionId: from.id });
    const request = await newSectionRequest(server, manager, {
      requestType: 'delete',
      sectionId: from.id,
      moveProductsTo: to.id,
    });
    expect((await server.client.as(admin).delete(`/admin/sections/${to.id}?version=1`)).status).toBe(204);
    expect([404, 409, 422]).toContain((await approve(server, admin, request)).status);
    bodyOf(await section(from.id), 200);
  });
});
