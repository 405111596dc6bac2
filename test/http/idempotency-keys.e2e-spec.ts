import { randomUUID } from 'node:crypto';
import { createStoreFixture, type Caller, type StoreFixture } from '../factories/store-fixture.js';
import { newProduct, stockOf } from '../factories/catalog.js';
import { productsForm } from '../factories/files.js';
import type { TestUser } from '../factories/users.js';
import { REQUESTS } from '../factories/valid-requests.js';
import { OPERATIONS, type ApiOperation } from '../support/assertions/api-document.js';
import { rawRequest, type ValidRequest } from '../support/attacks/valid-request.js';
import { sendRaw, type RawResponse } from '../support/clients/raw-request.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';
import { HARMLESS_TO_REPEAT } from './repeatable-operations.js';
import { routeTable } from './route-table.js';

const SAFE = new Set(['GET', 'HEAD']);
const keyOf = ({ parameters }: ApiOperation) =>
  parameters.find((parameter) => parameter.in === 'header' && parameter.name === 'Idempotency-Key');
const KEYED = OPERATIONS.filter((operation) => keyOf(operation) !== undefined);
const table = routeTable();

let fixture: StoreFixture;
let server: Server;
beforeAll(async () => {
  server = await useSharedServer();
  fixture = await createStoreFixture(server);
});

/** Returns the first caller who may send the operation. */
function allowedCaller({ id }: ApiOperation): Exclude<Caller, 'anonymous'> {
  const statuses = table.get(id);
  const allowed = (['owner', 'manager', 'admin'] as const).find(
    (caller) => (statuses?.[caller] ?? 400) < 300,
  );
  if (allowed === undefined) throw new Error(`No caller may send ${id}.`);
  return allowed;
}

async function validRequest(operation: ApiOperation): Promise<{ valid: ValidRequest; by: TestUser }> {
  const caller = allowedCaller(operation);
  const valid = await REQUESTS[operation.id]!(fixture, caller);
  return { valid, by: (valid.by as TestUser | undefined) ?? fixture.users[caller] };
}

function send(
  operation: ApiOperation,
  { valid, by }: { valid: ValidRequest; by: TestUser },
  key: string,
): Promise<RawResponse> {
  const { headers, ...raw } = rawRequest(operation, valid);
  return sendRaw(fixture.server.url, {
    ...raw,
    headers: { ...headers, authorization: `Bearer ${by.accessToken}`, 'idempotency-key': key },
  });
}

const codeOf = ({ text }: RawResponse): string => (JSON.parse(text) as { code: string }).code;

describe('every operation that changes something', () => {
  const unsafe = OPERATIONS.filter(({ method }) => !SAFE.has(method));

  it('takes an Idempotency-Key or is harmless to repeat', () => {
    const undecided = unsafe.filter(
      (operation) => keyOf(operation) === undefined && HARMLESS_TO_REPEAT[operation.id] === undefined,
    );
    expect(undecided.map(({ id }) => id)).toEqual([]);
    const both = KEYED.filter(({ id }) => HARMLESS_TO_REPEAT[id] !== undefined);
    expect(both.map(({ id }) => id)).toEqual([]);
  });

  it('is in the list of harmless ones only if it exists', () => {
    const ids = new Set(unsafe.map(({ id }) => id));
    expect(Object.keys(HARMLESS_TO_REPEAT).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('needs the key for orders and credits alone', () => {
    const needed = KEYED.filter((operation) => keyOf(operation)?.required === true).map(({ id }) => id);
    expect(needed.toSorted()).toEqual(['creditDocument', 'placeOrder', 'takeOrder']);
  });
});

describe.each(KEYED)('$id with an Idempotency-Key', (operation) => {
  it('happens once and repeats its response, also for two requests at once', async () => {
    const request = await validRequest(operation);
    const key = randomUUID();
    const answers = await Promise.all([send(operation, request, key), send(operation, request, key)]);
    const done = answers.filter(({ status }) => status < 300);
    const others = answers.filter(({ status }) => status >= 300);
    expect(others.map((answer) => [answer.status, codeOf(answer)])).toEqual(
      others.map((): unknown => [409, expect.stringMatching(/^(request|orders)\.still-under-way$/)]),
    );
    const replay = await send(operation, request, key);
    expect([replay.status, replay.text]).toEqual([done[0]?.status, done[0]?.text]);
    expect(done.map(({ text }) => text)).toEqual(done.map(() => replay.text));
    const [stored] = await fixture.server.rows<{ n: number }>(
      'SELECT count(*) AS n FROM idempotency_keys WHERE user_id = ? AND key = ?',
      [request.by.id, key],
    );
    expect(Number(stored?.n)).toBe(1);
  });

  it('refuses the key with another request', async () => {
    const first = await validRequest(operation);
    const key = randomUUID();
    expect((await send(operation, first, key)).status).toBeLessThan(300);
    const other = await changed(operation, first);
    const answer = await send(operation, other, key);
    expect([answer.status, codeOf(answer)]).toEqual([
      422,
      expect.stringMatching(/^(request|orders)\.idempotency-key-reused$/),
    ]);
  });
});

/** Returns a request that differs in its path, its body or its file. */
async function changed(
  { id }: ApiOperation,
  { valid, by }: { valid: ValidRequest; by: TestUser },
): Promise<{ valid: ValidRequest; by: TestUser }> {
  if (valid.form !== undefined)
    return { by, valid: { form: productsForm('section,name\nnowhere,else', { dryRun: 'true' }) } };
  if (valid.path !== undefined) return { by, valid: { ...valid, path: { id: randomUUID() } } };
  if (id === 'placeOrder') return { by, valid: { ...valid, json: { ...valid.json, note: 'Ring twice' } } };
  return { by, valid: { ...valid, json: { ...valid.json, reason: randomUUID() } } };
}

describe('a delivery', () => {
  const delivery = { reason: 'delivery', delta: 5 };

  it('comes in once for ten requests at once with one key, and again with another key', async () => {
    const { manager } = fixture.users;
    const { id } = await newProduct(server, manager, { sectionId: fixture.section.id, quantityAvailable: 0 });
    const path = `/admin/products/${id}/stock-movements`;
    const deliver = (key: string) =>
      server.client.as(manager).post(path, delivery, { 'idempotency-key': key });
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver('one delivery')));
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await stockOf(server, id)).toBe(5);
    expect((await deliver('one delivery')).status).toBe(201);
    expect(await stockOf(server, id)).toBe(5);
    expect((await deliver('the next')).status).toBe(201);
    expect(await stockOf(server, id)).toBe(10);
  });

  it('can use the key again after it was refused', async () => {
    const { manager } = fixture.users;
    const { id } = await newProduct(server, manager, { sectionId: fixture.section.id, quantityAvailable: 0 });
    const path = `/admin/products/${id}/stock-movements`;
    const send = (body: object) =>
      server.client.as(manager).post(path, body, { 'idempotency-key': 'second try' });
    expect((await send({ reason: 'waste', delta: -1 })).status).toBe(409);
    expect((await send(delivery)).status).toBe(201);
    expect(await stockOf(server, id)).toBe(5);
  });
});

it('refuses a malformed key with 400', async () => {
  const { manager } = fixture.users;
  const path = `/admin/products/${fixture.product.id}/stock-movements`;
  const answer = await server.client
    .as(manager)
    .post<{ code: string }>(path, { reason: 'delivery', delta: 1 }, { 'idempotency-key': 'k'.repeat(256) });
  expect([answer.status, answer.body.code]).toEqual([400, 'request.idempotency-key-invalid']);
});
