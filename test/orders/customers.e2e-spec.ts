import { randomUUID } from 'node:crypto';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { ADDRESS, fillCart, newOrder, placeOrder, type TestOrder } from '../factories/orders.js';
import { newAdmin, newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface Note {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly createdAt: string;
  readonly removable: boolean;
}

interface Customer {
  readonly id: string;
  readonly displayName: string;
  readonly orders: {
    readonly count: number;
    readonly open: number;
    readonly spent: number;
    readonly last: string | null;
  };
  readonly addresses: readonly { readonly line1: string; readonly phone: string; readonly orders: number }[];
  readonly notes: readonly Note[];
}

interface Table<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let product: TestProduct;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  const section = await newSection(server, admin);
  product = await newProduct(server, manager, { sectionId: section.id, quantityAvailable: 1000 });
});
beforeEach(async () => {
  shopper = await newShopper(server);
});

const customer = async (by: TestUser = manager, id: string = shopper.id): Promise<Customer> =>
  bodyOf(await server.client.as(by).get<Customer>(`/admin/customers/${id}`), 200);

const addNote = async (by: TestUser, text: string): Promise<Customer> =>
  bodyOf(await server.client.as(by).post<Customer>(`/admin/customers/${shopper.id}/notes`, { text }), 201);

const removeNote = (by: TestUser, noteId = '') =>
  server.client.as(by).delete(`/admin/customers/${shopper.id}/notes/${noteId}`);

async function orderTo(address: Partial<typeof ADDRESS>): Promise<TestOrder> {
  await fillCart(server, shopper, { [product.id]: 1 });
  return bodyOf(await placeOrder(server, shopper, undefined, { address: { ...ADDRESS, ...address } }), 201);
}

const expectProblem = (response: ApiResponse, status: number, code: string): void =>
  expect(response).toMatchObject({ status, body: { code } });

describe('a customer as staff see them', () => {
  it('has addresses used, figures of the orders, and the orders in progress first', async () => {
    expect(await customer()).toMatchObject({
      addresses: [],
      notes: [],
      orders: { count: 0, open: 0, spent: 0, last: null },
    });
    const first = await orderTo({});
    await server.client.as(shopper).post(`/orders/${first.id}/cancel`);
    const second = await orderTo({ line1: 'Shop 3, Market Road', phone: '080 2345 6789' });
    const third = await orderTo({ phone: '098450-12345' });
    await server.client.as(shopper).post(`/orders/${third.id}/cancel`);

    const card = await customer();
    expect(card.orders).toMatchObject({ count: 3, open: 1, spent: second.total });
    // However the telephone number is written, it is one address.
    expect(card.addresses).toMatchObject([
      { line1: ADDRESS.line1, phone: '098450-12345', orders: 2 },
      { line1: 'Shop 3, Market Road', orders: 1 },
    ]);
    const orders = await server.client
      .as(manager)
      .get<Table<TestOrder>>(`/admin/customers/${shopper.id}/orders`, { pageSize: '2' });
    expect(bodyOf(orders, 200)).toMatchObject({
      items: [
        { id: second.id, status: 'placed', total: second.total, lines: 1 },
        { id: third.id, status: 'cancelled' },
      ],
      total: 3,
    });
  });

  it('has no e-mail address, no session, and nothing else of an account', async () => {
    const card = await customer(admin);
    expect(Object.keys(card).toSorted()).toEqual(
      [
        'addresses',
        'createdAt',
        'currency',
        'displayName',
        'id',
        'invitation',
        'notes',
        'orders',
        'status',
        'username',
      ].toSorted(),
    );
    expect(JSON.stringify(card)).not.toContain('@');
  });

  it('is only a shopper, never a member of staff', async () => {
    for (const staff of [manager, await newManager(server), await newAdmin(server), admin])
      for (const path of ['', '/orders'])
        expectProblem(
          await server.client.as(manager).get(`/admin/customers/${staff.id}${path}`),
          404,
          'customers.not-found',
        );
    const note = { text: 'A secret' };
    expectProblem(
      await server.client.as(manager).post(`/admin/customers/${admin.id}/notes`, note),
      404,
      'customers.not-found',
    );
    for (const id of ['nobody', randomUUID(), '%00'])
      expect((await server.client.as(manager).get(`/admin/customers/${id}`)).status).toBeGreaterThanOrEqual(
        400,
      );
  });

  it.each(['anonymous', 'shopper'] as const)('is not for %s', async (who) => {
    const client = who === 'anonymous' ? server.client : server.client.as(shopper);
    const status = who === 'anonymous' ? 401 : 403;
    for (const path of ['', `/${shopper.id}`, `/${shopper.id}/orders`])
      expect((await client.get(`/admin/customers${path}`)).status).toBe(status);
    expect((await client.post(`/admin/customers/${shopper.id}/notes`, { text: 'a' })).status).toBe(status);
    expect((await client.delete(`/admin/customers/${shopper.id}/notes/${randomUUID()}`)).status).toBe(status);
  });
});

describe('finding customers', () => {
  const find = async (q: string): Promise<string[]> => {
    const table = await server.client.as(manager).get<Table<Customer>>('/admin/customers', { q });
    return bodyOf(table, 200).items.map(({ id }) => id);
  };

  it('finds them by name, telephone number, street and postal code, in the digits of any script', async () => {
    const phone = String(6_000_000_000 + Math.floor(Math.random() * 1_000_000_000));
    const street = `Lane${randomUUID().slice(0, 8)} 7`;
    await orderTo({ phone: `+91 ${phone.slice(0, 5)} ${phone.slice(5)}`, line1: street });
    const devanagari = [...phone].map((digit) => String.fromCodePoint(0x966 + Number(digit))).join('');
    for (const q of [
      shopper.username,
      phone,
      `0${phone}`,
      `+91-${phone.slice(0, 5)}-${phone.slice(5)}`,
      devanagari,
      street,
    ])
      expect(await find(q)).toEqual([shopper.id]);
    expect(await find(manager.username)).toEqual([]);
    const users = await server.client.as(admin).get<Table<Customer>>('/admin/users', { q: `0${phone}` });
    expect(bodyOf(users, 200).items.map(({ id }) => id)).toEqual([shopper.id]);
    const { id } = await newOrder(server, await newShopper(server), { [product.id]: 1 });
    expect(await find(id)).toEqual([]);
  });

  it('finds a name in capital and small letters of any script', async () => {
    const suffix = randomUUID().slice(0, 8);
    bodyOf(
      await server.client.as(shopper).patch('/users/me', { displayName: `ÉLODIE Жукова ${suffix}` }),
      200,
    );
    for (const name of ['élodie жукова', 'Élodie ЖУКОВА'])
      expect(await find(`${name} ${suffix}`)).toEqual([shopper.id]);
  });
});

describe('notes about a customer', () => {
  it('have their author and time, newest first, and an entry of the audit log each', async () => {
    const audit = new AuditLog(server, admin);
    await addNote(manager, '  Rings twice: the bell is broken. ');
    const { notes } = await addNote(admin, 'घंटी ख़राब है');
    expect(notes).toMatchObject([
      { text: 'घंटी ख़राब है', removable: true },
      { text: 'Rings twice: the bell is broken.', removable: true },
    ]);
    expect((await customer(manager)).notes.map(({ removable }) => removable)).toEqual([false, true]);
    expect(notes.every(({ author, createdAt }) => author !== '' && Date.parse(createdAt) > 0)).toBe(true);

    expectProblem(await removeNote(manager, notes[0]?.id), 403, 'customers.note-not-own');
    expect((await removeNote(admin, notes[1]?.id)).status).toBe(204);
    expectProblem(await removeNote(admin, notes[1]?.id), 404, 'customers.note-not-found');
    expect((await customer()).notes).toHaveLength(1);
    const entries = await audit.entries({ subjectId: shopper.id, action: 'customers.' });
    expect(entries).toMatchObject([
      { action: 'customers.note-removed', before: { note: 'Rings twice: the bell is broken.' } },
      { action: 'customers.note-added', after: { note: 'घंटी ख़राब है' } },
      { action: 'customers.note-added', after: { note: 'Rings twice: the bell is broken.' } },
    ]);
  });

  it.each(['', '   ', '\u200b', 'x'.repeat(1001)])('cannot be %j', async (text) => {
    expectProblem(
      await server.client.as(manager).post(`/admin/customers/${shopper.id}/notes`, { text }),
      400,
      'request.invalid',
    );
  });

  it('are at most a hundred, also if the last two come at the same time', async () => {
    for (let i = 0; i < 99; i++) await addNote(manager, `Note ${i}`);
    const last = await Promise.all(
      [1, 2, 3].map((i) =>
        server.client.as(manager).post(`/admin/customers/${shopper.id}/notes`, { text: `Last ${i}` }),
      ),
    );
    expect(last.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await customer()).notes).toHaveLength(100);
  });
});
