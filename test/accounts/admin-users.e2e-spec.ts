import { randomUUID } from 'node:crypto';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import {
  newManager,
  newShopper,
  newUsername,
  register,
  signIn,
  signInAdmin,
  type TestUser,
} from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface User {
  readonly id: string;
  readonly username: string;
  readonly status: string;
}

interface Activity {
  readonly lastSignIn: string | null;
  readonly lastActivity: string | null;
  readonly activeDays: number;
  readonly openSessions: number;
  readonly orders: {
    readonly count: number;
    readonly open: number;
    readonly spent: number;
    readonly last: string | null;
  };
  readonly auditEntries: { readonly by: number; readonly about: number };
  readonly currency: string;
}

let server: Server;
let admin: TestUser;
beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
});

const get = async <Body>(path: string, query: Record<string, string | number> = {}): Promise<Body> =>
  bodyOf(await server.client.as(admin).get<Body>(`/admin/users${path}`, query), 200);

describe('GET /admin/users/:id', () => {
  it('returns the account as the table lists it', async () => {
    const id = await register(server, newUsername(), 'store_manager');
    const user = await get<User>(`/${id}`);
    expect(user).toMatchObject({ id, status: 'pending' });
    const { items } = await get<{ items: User[] }>('', { q: user.username });
    expect(items).toEqual([user]);
    expect(JSON.stringify(user)).not.toMatch(/password|argon2|webhook/i);
  });

  it.each(['', '/sessions', '/activity'])(
    'returns 404 for an unknown account with the path suffix %j',
    async (part) => {
      for (const id of [randomUUID(), 'nonsense']) {
        const response = await server.client.as(admin).get<Problem>(`/admin/users/${id}${part}`);
        expect(bodyOf(response, 404).code).toBe('users.not-found');
      }
      expect(bodyOf(await server.client.as(admin).delete<Problem>('/admin/users/x/sessions'), 404).code).toBe(
        'users.not-found',
      );
    },
  );
});

describe('/admin/users/:id/sessions', () => {
  const sessionsOf = async ({ id }: { id: string }): Promise<{ id: string; current: boolean }[]> =>
    (await get<{ items: { id: string; current: boolean }[] }>(`/${id}/sessions`)).items;

  it('lists the sessions to an admin and ends them all, after which their tokens get 401', async () => {
    const shopper = await newShopper(server);
    const again = await signIn(server, shopper.username, shopper.password);
    expect(await sessionsOf(shopper)).toMatchObject([{ current: false }, { current: false }]);
    const path = `/admin/users/${shopper.id}/sessions`;
    bodyOf(await server.client.as(admin).delete(path), 204);
    expect(await sessionsOf(shopper)).toEqual([]);
    for (const token of [shopper, again])
      expect((await server.client.as(token).get('/users/me')).status).toBe(401);
    const [entry] = await new AuditLog(server, admin).entries({ subjectId: shopper.id });
    expect(entry).toMatchObject({ action: 'users.sessions-revoked', actorId: admin.id, after: { count: 2 } });
    // The account itself is unchanged.
    expect((await signIn(server, shopper.username, shopper.password)).id).toBe(shopper.id);
  });

  it('ends all sessions of the requesting admin except the current one', async () => {
    await signIn(server, admin.username, admin.password);
    bodyOf(await server.client.as(admin).delete(`/admin/users/${admin.id}/sessions`), 204);
    expect(await sessionsOf(admin)).toMatchObject([{ current: true }]);
  });
});

describe('GET /admin/users/:id/activity', () => {
  it('is empty for an account that has never signed in', async () => {
    const id = await register(server, newUsername());
    expect(await get<Activity>(`/${id}/activity`)).toMatchObject({
      lastSignIn: null,
      lastActivity: null,
      activeDays: 0,
      openSessions: 0,
      orders: { count: 0, open: 0, spent: 0, last: null },
      auditEntries: { by: 1, about: 1 },
      currency: 'INR',
    });
  });

  it('returns sign-ins, active days, orders and audit log entries', async () => {
    const manager = await newManager(server);
    const { id: sectionId } = await newSection(server, admin);
    const product = await newProduct(server, manager, { sectionId });
    const username = newUsername();
    await register(server, username);
    const shopper = await signIn(server, username);
    const [first, second] = [
      await newOrder(server, shopper, { [product.id]: 1 }),
      await newOrder(server, shopper, { [product.id]: 2 }),
    ];
    bodyOf(await server.client.as(shopper).post(`/orders/${second.id}/cancel`), 200);
    await server.rows('INSERT INTO activity_days (user_id, day) VALUES (?, ?)', [shopper.id, dayAgo(29)]);
    await server.rows('INSERT INTO activity_days (user_id, day) VALUES (?, ?)', [shopper.id, dayAgo(30)]);
    const activity = await get<Activity>(`/${shopper.id}/activity`);
    expect(activity).toMatchObject({
      activeDays: 2,
      openSessions: 1,
      orders: { count: 2, open: 1, spent: first.total },
      auditEntries: { about: 2 },
    });
    for (const at of [activity.lastSignIn, activity.lastActivity, activity.orders.last])
      expect(Math.abs(Date.now() - Date.parse(at ?? ''))).toBeLessThan(MINUTE_MS);
    const { auditEntries } = await get<Activity>(`/${manager.id}/activity`);
    expect(auditEntries.by).toBe((await new AuditLog(server, admin).entries({ actorId: manager.id })).length);
  });

  /** Returns a day in the store's time zone. */
  function dayAgo(days: number): string {
    return new Date(Date.now() + 5.5 * HOUR_MS - days * DAY_MS).toISOString().slice(0, 10);
  }
});

describe('GET /admin/users', () => {
  it('finds accounts inactive for some days, counted from registration if they have never been active', async () => {
    const name = newUsername('away');
    const id = await register(server, name);
    const isListed = async (inactiveDays: number): Promise<boolean> =>
      (await get<{ items: User[] }>('', { q: name, inactiveDays })).items.length === 1;
    expect(await isListed(1)).toBe(false);
    await server.rows('UPDATE users SET created_at = created_at - ? WHERE id = ?', [10 * DAY_MS, id]);
    expect([await isListed(9), await isListed(11)]).toEqual([true, false]);
    await server.rows('UPDATE users SET last_activity = ? WHERE id = ?', [Date.now() - 3 * DAY_MS, id]);
    expect([await isListed(2), await isListed(4)]).toEqual([true, false]);
  });

  it.each([0, -1, 1.5, 'many', 100_000])('refuses %j inactive days with 400', async (inactiveDays) => {
    bodyOf(await server.client.as(admin).get('/admin/users', { inactiveDays }), 400);
  });
});
