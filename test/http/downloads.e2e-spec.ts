import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newSection } from '../factories/catalog.js';
import { newFinishedExport, productsForm, newQueuedImport } from '../factories/files.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { sendRaw, type RawResponse } from '../support/clients/raw-request.js';
import { waitUntil } from '../support/servers/processes.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

const MEBIBYTE = 1024 * 1024;

let server: Server;
let admin: TestUser;
let manager: TestUser;
let another: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  [manager, another] = await Promise.all([newManager(server), newManager(server)]);
  await newSection(server, admin, 'Fruits');
});

interface View {
  readonly id: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

function send(form: { type: string; content: Buffer }, by: TestUser = manager): Promise<RawResponse> {
  return sendRaw(server.url, {
    method: 'POST',
    path: '/api/v1/admin/imports/products',
    headers: { 'content-type': form.type, authorization: `Bearer ${by.accessToken}` },
    body: form.content,
  });
}

const problemOf = (response: RawResponse): Problem => JSON.parse(response.text) as Problem;

async function filesIn(folder: string): Promise<string[]> {
  return readdir(join(server.dataDir, folder)).catch(() => []);
}

describe('exports', () => {
  it('are accepted with 202, write an outbox event, and are visible to their owner and to admins', async () => {
    const body = { kind: 'products', parameters: { published: true }, withBom: true };
    const view = bodyOf(await server.client.as(manager).post<View>('/admin/exports', body), 202);
    expect(view).toMatchObject({ kind: 'products', ownerId: manager.id, withBom: true, error: null });
    expect(['queued', 'running', 'done']).toContain(view.status);
    const [event] = await server.rows<{ payload: string }>(
      `SELECT payload FROM outbox_events WHERE type = 'exports.requested' AND subject = ?`,
      [`export:${view.id}`],
    );
    expect(JSON.parse(event?.payload ?? '')).toEqual({ exportId: view.id });
    for (const reader of [manager, admin]) {
      const { items } = bodyOf(await server.client.as(reader).get<{ items: View[] }>('/admin/exports'), 200);
      expect(items.map((item) => item.id)).toContain(view.id);
    }
    const { items } = bodyOf(await server.client.as(another).get<{ items: View[] }>('/admin/exports'), 200);
    expect(items).toEqual([]);
  });

  it.each([
    [{ kind: 'secrets' }, 400, 'request.invalid'],
    [{ kind: 'products', parameters: { colour: 'red' } }, 400, 'request.invalid'],
    [{ kind: 'products', parameters: [] }, 400, 'request.invalid'],
    [{ kind: 'users' }, 403, 'exports.not-allowed'],
  ])('answer the request %j with %i', async (body, status, code) => {
    const response = await server.client.as(manager).post<Problem>('/admin/exports', body);
    expect([response.status, response.body.code]).toEqual([status, code]);
  });

  it('are downloaded under a descriptive file name with no-store, and only by their owner and admins', async () => {
    const id = await newFinishedExport(server, manager.id, 'id\r\n"प"\r\n');
    const response = await server.client.as(manager).get<string>(`/admin/exports/${id}/file`);
    expect(bodyOf(response, 200)).toBe('id\r\n"प"\r\n');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="products-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await server.client.as(another).get(`/admin/exports/${id}/file`)).status).toBe(404);
    expect((await server.client.as(another).delete(`/admin/exports/${id}`)).status).toBe(404);
    expect((await server.client.as(admin).get(`/admin/exports/${id}/file`)).status).toBe(200);
    expect((await server.client.as(manager).delete(`/admin/exports/${id}`)).status).toBe(204);
    expect(await filesIn('exports')).not.toContain(`${id}-1.csv`);
  });

  it('return 409 for the file of an expired export', async () => {
    const id = await newFinishedExport(server, manager.id);
    await server.rows('UPDATE exports SET expires_at = 1 WHERE id = ?', [id]);
    const response = await server.client.as(manager).get<Problem>(`/admin/exports/${id}/file`);
    expect(response).toMatchObject({
      status: 409,
      body: { code: 'exports.no-file', exportStatus: 'expired' },
    });
  });
});

describe('POST /admin/imports/products', () => {
  it('accepts a file and writes an outbox event', async () => {
    const content = 'section,name,unitType,ratePerUnit\nFruits,Mango,kg,9000';
    const response = await send(productsForm(content, { dryRun: 'true' }));
    expect(response.status).toBe(202);
    const view = JSON.parse(response.text) as View;
    expect(view).toMatchObject({ fileName: 'products.csv', bytes: content.length, dryRun: true });
    const [event] = await server.rows<{ payload: string }>(
      `SELECT payload FROM outbox_events WHERE type = 'imports.requested' AND subject = ?`,
      [`import:${view.id}`],
    );
    expect(JSON.parse(event?.payload ?? '')).toEqual({ importId: view.id });
    expect((await server.client.as(another).get(`/admin/imports/${view.id}`)).status).toBe(404);
    expect((await server.client.as(another).get(`/admin/imports/${view.id}/errors`)).status).toBe(404);
    expect((await server.client.as(admin).get(`/admin/imports/${view.id}`)).status).toBe(200);
  });

  it('accepts a file of 49 MB, and refuses one of 60 MB with 413 without storing it', async () => {
    const row = `Fruits,${'Mango '.repeat(10)},kg,9000\n`;
    const file = (megabytes: number): string =>
      'section,name,unitType,ratePerUnit\n' + row.repeat(Math.floor((megabytes * MEBIBYTE) / row.length));
    const accepted = await send(productsForm(file(49)), admin);
    expect(accepted.status).toBe(202);
    await server.client
      .as(admin)
      .post(`/admin/imports/${(JSON.parse(accepted.text) as { id: string }).id}/cancel`);
    const before = await filesIn('imports');
    const refused = await send(productsForm(file(60)), admin);
    expect([refused.status, problemOf(refused).code]).toEqual([413, 'imports.too-large']);
    expect((await filesIn('imports')).filter((name) => !before.includes(name))).toEqual([]);
    expect((await server.client.get('//health/ready')).status).toBe(200);
  });

  it.each<[string, { type: string; content: Buffer }, number, string]>([
    [
      'no file',
      { type: 'multipart/form-data; boundary=x', content: Buffer.from('--x--\r\n') },
      415,
      'imports.not-readable',
    ],
    [
      'broken parts',
      { type: 'multipart/form-data; boundary=x', content: Buffer.from('nonsense') },
      415,
      'imports.not-readable',
    ],
    ['a file under another name', productsForm('a', {}, 'picture'), 400, 'request.invalid'],
    ['an unknown field', productsForm('a', { colour: 'red' }), 400, 'request.invalid'],
    ['a dry run that is maybe', productsForm('a', { dryRun: 'maybe' }), 400, 'request.invalid'],
    ['a reading that is no JSON', productsForm('a', { reading: '{' }), 400, 'request.invalid'],
    ['a reading that is a list', productsForm('a', { reading: '[]' }), 400, 'request.invalid'],
    ['an unknown encoding', productsForm('a', { reading: '{"encoding":"ebcdic"}' }), 400, 'request.invalid'],
    [
      'an unknown field of a column',
      productsForm('a', { reading: '{"columns":["colour"]}' }),
      400,
      'request.invalid',
    ],
    ['a column that is null', productsForm('a', { reading: '{"columns":[null]}' }), 400, 'request.invalid'],
    [
      'an unknown value for all rows',
      productsForm('a', { reading: '{"fixed":{"id":"1"}}' }),
      400,
      'request.invalid',
    ],
  ])('refuses a form with %s', async (_, form, status, code) => {
    const before = await filesIn('imports');
    const response = await send(form);
    expect([response.status, problemOf(response).code]).toEqual([status, code]);
    expect((await filesIn('imports')).filter((name) => !before.includes(name))).toEqual([]);
  });

  it('reads a file as its form says, lists what is wrong as CSV, and creates sections for an admin only', async () => {
    const reading = {
      columns: ['section', 'name', '-', 'price'],
      fixed: { unitType: 'piece' },
      separator: 'bar',
    };
    const form = productsForm('a|b|c|d\nTeas of the World|Assam|x|45', {
      dryRun: 'true',
      reading: JSON.stringify(reading),
    });
    const { id } = JSON.parse((await send(form, admin)).text) as View;
    const view = (): Promise<View> =>
      server.client
        .as(admin)
        .get<View>(`/admin/imports/${id}`)
        .then((response) => bodyOf(response, 200));
    const finished = async (): Promise<View> => {
      await waitUntil(async () => !['queued', 'validating'].includes((await view()).status));
      return view();
    };
    expect(await finished()).toMatchObject({
      status: 'invalid',
      reading: { ...reading, kind: 'csv', source: 'given' },
      missingSections: [{ name: 'Teas of the World', rows: 1 }],
    });
    const csv = await server.client.as(admin).get<string>(`/admin/imports/${id}/errors/csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(bodyOf(csv, 200)).toContain('2,section,catalog.section-not-found,');
    expect((await server.client.as(another).get(`/admin/imports/${id}/errors/csv`)).status).toBe(404);
    expect((await server.client.as(manager).post(`/admin/imports/${id}/sections`)).status).toBe(403);
    expect((await server.client.as(admin).post(`/admin/imports/${id}/sections`)).status).toBe(202);
    expect(await finished()).toMatchObject({ status: 'done', added: 1, missingSections: [] });
    const again = await server.client
      .as(admin)
      .post<View>(`/admin/imports/${id}/check`, { decimalMark: 'comma' });
    expect(again.status).toBe(202);
    expect(await finished()).toMatchObject({ reading: { decimalMark: 'comma' } });
  });

  it('lets an import be cancelled until it is applied', async () => {
    const id = await newQueuedImport(server, manager.id);
    const cancel = (by: TestUser) => server.client.as(by).post<View>(`/admin/imports/${id}/cancel`);
    expect((await cancel(another)).status).toBe(404);
    expect(bodyOf(await cancel(manager), 200).status).toBe('cancelled');
    expect(await cancel(manager)).toMatchObject({ status: 409, body: { code: 'imports.not-cancellable' } });
  });
});
