import { mailedTokenHash } from '../../src/users/mailed-token.js';
import { passwordResetToken } from '../../src/auth/passwords/password-reset-token.js';
import { DAY_MS, HOUR_MS } from '../../src/platform/common/durations.js';
import { newId } from '../../src/platform/common/id.js';
import { sql } from '../../src/platform/database/transaction.js';
import { insertUser } from '../factories/rows.js';
import { ImportStore } from '../support/actions/imports.js';
import { testConfig } from '../support/stores/config.js';

let store: ImportStore;
beforeAll(async () => {
  store = await ImportStore.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await store.clear();
});

/** Imports as many customers. Returns the ID of the import. */
async function importCustomers(count: number): Promise<string> {
  const emails = Array.from({ length: count }, (_, i) => `customer${i}@example.com`);
  const file = ['email', ...emails].join('\n');
  return (await store.importFile(file, { kind: 'customers', owner: store.admin })).id;
}

async function idOf(email: string): Promise<string> {
  return (
    (await store.database.read.row<{ id: string }>(sql`SELECT id FROM users WHERE email = ${email}`))?.id ??
    ''
  );
}

interface Event {
  readonly subject: string;
  readonly payload: string;
}

/** Returns the events that mail an invitation. */
const mailEvents = (): Promise<Event[]> =>
  store.database.read.rows<Event>(
    sql`SELECT subject, payload FROM outbox_events WHERE type = 'invitations.added' ORDER BY id`,
  );

describe('inviting the customers of an import', () => {
  it('refuses a number that is not the present one, and invites no one until the job runs', async () => {
    const id = await importCustomers(3);
    await store.database.write(
      sql`UPDATE users SET status = 'suspended' WHERE email = 'customer1@example.com'`,
    );
    expect(await store.services.invite.counts(id)).toEqual({
      waiting: 2,
      invited: 0,
      joined: 0,
      suspended: 1,
    });
    await expect(store.services.invite.request(store.admin, id, 3)).rejects.toMatchObject({
      code: 'invitations.count-changed',
    });
    await store.services.invite.request(store.admin, id, 2);
    expect(await mailEvents()).toEqual([]);
    const audit = await store.database.read.row<{ after: string }>(
      sql`SELECT after FROM audit_entries WHERE action = 'invitations.requested' AND subject_id = ${id}`,
    );
    expect(JSON.parse(audit?.after ?? '')).toEqual({ customers: 2 });
    await expect(store.services.invite.request(store.admin, newId(), 1)).rejects.toMatchObject({
      code: 'invitations.import-not-found',
    });
  });

  it('invites each customer once, by several jobs at a time and after a crash, but no one suspended or with a password', async () => {
    const id = await importCustomers(650);
    await store.database.write(
      sql`UPDATE users SET status = 'suspended' WHERE email = 'customer7@example.com'`,
    );
    await store.database.write(
      sql`UPDATE users SET password_hash = 'x' WHERE email = 'customer8@example.com'`,
    );
    const add = store.services.invitations.add.bind(store.services.invitations);
    jest
      .spyOn(store.services.invitations, 'add')
      .mockImplementationOnce(add)
      .mockRejectedValueOnce(new Error('simulated power failure'));
    await expect(store.services.invite.run(id, store.admin.id)).rejects.toThrow('simulated power failure');
    expect(await mailEvents()).toHaveLength(200);
    await Promise.all([1, 2, 3].map(() => store.services.invite.run(id, store.admin.id)));
    const subjects = (await mailEvents()).map(({ subject }) => subject);
    expect(subjects).toHaveLength(648);
    expect(new Set(subjects).size).toBe(648);
    expect(subjects).not.toContain(`user:${await idOf('customer7@example.com')}`);
    expect(subjects).not.toContain(`user:${await idOf('customer8@example.com')}`);
    expect(await store.services.invite.counts(id)).toEqual({
      waiting: 0,
      invited: 648,
      joined: 1,
      suspended: 1,
    });
    const audited = await store.database.read.row<{ n: number }>(
      sql`SELECT count(*) AS n FROM audit_entries WHERE action = 'invitations.added'
          AND actor_id = ${store.admin.id} AND subject_id IN (SELECT CAST(user_id AS text) FROM invitations)`,
    );
    expect(audited?.n).toBe(648);
  });

  it('stores only the hash of a link, which works for 14 days', async () => {
    const id = await importCustomers(1);
    await store.services.invite.run(id, store.admin.id);
    const [event] = await mailEvents();
    const { passwordResetId } = JSON.parse(event?.payload ?? '') as { passwordResetId: string };
    const link = await store.database.read.row<{ token_hash: string; expires_at: number }>(
      sql`SELECT token_hash, expires_at FROM password_resets WHERE id = ${passwordResetId}`,
    );
    expect(link).toEqual({
      token_hash: mailedTokenHash(passwordResetToken(testConfig({}).jwtSecret, passwordResetId)),
      expires_at: store.clock.now() + 14 * DAY_MS,
    });
  });
});

describe('inviting one customer', () => {
  const invite = (userId: string) => store.services.inviteOne.run(store.owner, userId);

  it('mails once for several requests at a time, and again a day later', async () => {
    await importCustomers(1);
    const userId = await idOf('customer0@example.com');
    const responses = await Promise.allSettled([1, 2, 3].map(() => invite(userId)));
    expect(responses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    store.clock.advance(23 * HOUR_MS);
    await expect(invite(userId)).rejects.toMatchObject({ code: 'invitations.too-soon' });
    expect(await mailEvents()).toHaveLength(1);
    store.clock.advance(HOUR_MS);
    await invite(userId);
    expect(await mailEvents()).toHaveLength(2);
  });

  it('refuses staff, customers with a password and suspended ones', async () => {
    const shopper = await insertUser(store.database, { username: 'shopper' });
    await expect(invite(shopper)).rejects.toMatchObject({ code: 'invitations.has-password' });
    await expect(invite(store.admin.id)).rejects.toMatchObject({ code: 'customers.not-found' });
    await importCustomers(1);
    const userId = await idOf('customer0@example.com');
    await store.database.write(sql`UPDATE users SET status = 'suspended' WHERE id = ${userId}`);
    await expect(invite(userId)).rejects.toMatchObject({ code: 'invitations.suspended' });
    expect(await mailEvents()).toEqual([]);
  });
});
