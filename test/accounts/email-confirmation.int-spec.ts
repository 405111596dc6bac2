import { DAY_MS, HOUR_MS } from '../../src/platform/common/durations.js';
import { sql } from '../../src/platform/database/transaction.js';
import { MAX_CONFIRMATION_MAILS } from '../../src/users/email/email-confirmations.js';
import { AccountSecurityStore } from '../support/actions/account-security.js';

const LINK = 'Confirm your e-mail address for Green Basket';
const ASKED = 'A new e-mail address for your account at Green Basket?';
const CHANGED = 'The e-mail address of your account at Green Basket was changed';

let store: AccountSecurityStore;
beforeAll(async () => {
  store = await AccountSecurityStore.open();
});

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => (error as { code: unknown }).code,
  );
const addressOf = async (id: string) => {
  const { email, pendingEmail, emailConfirmedAt } = await store.users.ownProfile(id);
  return { email, pendingEmail, isConfirmed: emailConfirmedAt !== null };
};

describe('a new account', () => {
  it('is unconfirmed until its link is used, which works once', async () => {
    const id = await store.registerAs('new-asha');
    const email = 'new-asha@example.com';
    expect(await addressOf(id)).toEqual({ email, pendingEmail: null, isConfirmed: false });
    expect(await store.subjectsTo(email)).toEqual([LINK]);
    const token = await store.tokenTo(email);
    expect(await store.confirm(token)).toEqual({ email });
    expect(await addressOf(id)).toEqual({ email, pendingEmail: null, isConfirmed: true });
    expect(await codeOf(store.confirm(token))).toBe('users.confirmation-invalid');
    expect(await store.subjectsTo(email)).toEqual([LINK]);
  });

  it('has no token in the database, neither in clear nor in part', async () => {
    await store.registerAs('stolen-database');
    const token = await store.tokenTo('stolen-database@example.com');
    for (const table of ['email_confirmations', 'outbox_events', 'mails', 'audit_entries'] as const) {
      const rows = await store.database.read.rows(sql([`SELECT * FROM ${table}`]));
      expect(JSON.stringify(rows)).not.toContain(token.split('.')[1]);
    }
  });

  it('refuses forged and expired links, and gets another one', async () => {
    const id = await store.registerAs('late');
    const token = await store.tokenTo('late@example.com');
    const [confirmationId = ''] = token.split('.');
    for (const forged of ['x', confirmationId, `${confirmationId}.`, `${token}A`])
      expect(await codeOf(store.confirm(forged))).toBe('users.confirmation-invalid');
    store.advance(DAY_MS);
    expect(await codeOf(store.confirm(token))).toBe('users.confirmation-invalid');
    await store.resend.run({ id } as never);
    await store.confirm(await store.tokenTo('late@example.com'));
    expect((await addressOf(id)).isConfirmed).toBe(true);
  });

  it('is confirmed by one of several uses of the link at once', async () => {
    await store.registerAs('impatient');
    const token = await store.tokenTo('impatient@example.com');
    const codes = await Promise.all(Array.from({ length: 5 }, () => codeOf(store.confirm(token))));
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set([undefined, 'users.confirmation-invalid']));
  });
});

describe('a change of the address', () => {
  it('counts once it is confirmed, and both addresses hear of it', async () => {
    const user = await store.newUser({ username: 'mover', email: 'old@example.com' });
    expect(await store.askFor(user, 'new@example.com')).toMatchObject({
      email: 'old@example.com',
      pendingEmail: 'new@example.com',
    });
    expect((await store.users.findByLogin('old@example.com'))?.id).toBe(user.id);
    expect(await store.users.findByLogin('new@example.com')).toBeUndefined();
    expect(await store.subjectsTo('old@example.com')).toEqual([ASKED]);
    expect(await store.subjectsTo('new@example.com')).toEqual([LINK]);
    expect((await store.mailsTo('old@example.com'))[0]?.text).toContain('New address: new@example.com');

    await store.confirm(await store.tokenTo('new@example.com'));
    expect(await addressOf(user.id)).toEqual({
      email: 'new@example.com',
      pendingEmail: null,
      isConfirmed: true,
    });
    expect(await store.users.findByLogin('old@example.com')).toBeUndefined();
    expect((await store.users.findByLogin('NEW@example.com'))?.id).toBe(user.id);
    expect(await store.subjectsTo('old@example.com')).toEqual([ASKED, CHANGED]);
    expect(await store.subjectsTo('new@example.com')).toEqual([LINK, CHANGED]);
  });

  it('goes to one of two accounts that ask for the same address and confirm at once', async () => {
    for (let round = 0; round < 5; round++) {
      const address = `wanted-${round}@example.com`;
      const users = [await store.newUser(), await store.newUser()];
      const tokens: string[] = [];
      for (const user of users) {
        await store.askFor(user, address);
        tokens.push(await store.tokenTo(address));
      }
      const codes = await Promise.all(tokens.map((token) => codeOf(store.confirm(token))));
      expect([...codes].sort()).toEqual(['users.email-taken', undefined]);
      const loser = users[codes.indexOf('users.email-taken')]!;
      expect(await addressOf(loser.id)).toEqual({
        email: `${loser.username}@example.com`,
        pendingEmail: null,
        isConfirmed: true,
      });
      expect(await codeOf(store.confirm(tokens[codes.indexOf('users.email-taken')]!))).toBe(
        'users.confirmation-invalid',
      );
    }
  });

  it('is refused for an address that another account has, in any case', async () => {
    await store.newUser({ email: 'hers@example.com' });
    const user = await store.newUser();
    expect(await codeOf(store.askFor(user, 'Hers@Example.com'))).toBe('users.email-taken');
    expect(await store.mailsTo('Hers@Example.com')).toEqual([]);
  });

  it('is void after another request, a withdrawal or a new password', async () => {
    const user = await store.newUser();
    const ends = [
      () => store.askFor(user, 'second-thought@example.com'),
      () => store.withdraw.run(user),
      () => store.resetPassword.run(user.username),
    ];
    for (const [i, end] of ends.entries()) {
      const address = `first-thought-${i}@example.com`;
      await store.askFor(user, address);
      const token = await store.tokenTo(address);
      await end();
      expect((await addressOf(user.id)).pendingEmail).not.toBe(address);
      expect(await codeOf(store.confirm(token))).toBe('users.confirmation-invalid');
      store.advance(HOUR_MS);
    }
  });

  it('leaves the link for the current address alone when it is withdrawn', async () => {
    const id = await store.registerAs('still-new');
    const token = await store.tokenTo('still-new@example.com');
    await store.withdraw.run({ id, requestId: null } as never);
    await store.confirm(token);
    expect((await addressOf(id)).isConfirmed).toBe(true);
  });

  it('voids the resets that the old address could have got', async () => {
    const user = await store.newUser();
    await store.database.write(sql`
      INSERT INTO password_resets (id, token_hash, user_id, created_at, expires_at)
      VALUES (${user.id}, ${user.id}, ${user.id}, 0, ${Number.MAX_SAFE_INTEGER})`);
    await store.askFor(user, 'resets@example.com');
    const isOpen = async () =>
      (
        await store.database.read.row<{ usedAt: number | null }>(
          sql`SELECT used_at AS "usedAt" FROM password_resets WHERE id = ${user.id}`,
        )
      )?.usedAt === null;
    expect(await isOpen()).toBe(true);
    await store.confirm(await store.tokenTo('resets@example.com'));
    expect(await isOpen()).toBe(false);
  });

  it('does not go to a suspended account', async () => {
    const user = await store.newUser();
    await store.askFor(user, 'suspended@example.com');
    const token = await store.tokenTo('suspended@example.com');
    const { version } = await store.users.view(user.id);
    await store.updateUser.run(await store.newUser({ role: 'admin' }), user.id, {
      version,
      status: 'suspended',
    });
    expect(await codeOf(store.confirm(token))).toBe('users.confirmation-invalid');
  });
});

describe('mails with a link', () => {
  it('are limited per account and hour, also for requests at once', async () => {
    const id = await store.registerAs('flood');
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => codeOf(store.resend.run({ id } as never))),
    );
    expect(codes.filter((code) => code === undefined)).toHaveLength(MAX_CONFIRMATION_MAILS - 1);
    expect(await store.subjectsTo('flood@example.com')).toHaveLength(MAX_CONFIRMATION_MAILS);
    await expect(store.resend.run({ id } as never)).rejects.toMatchObject({
      code: 'users.too-many-confirmations',
      parameters: { retryAfterSeconds: 3600 },
    });
    store.advance(HOUR_MS);
    await store.resend.run({ id } as never);
  });

  it('are limited per address across accounts, and then hinder no registration', async () => {
    const address = 'victim@example.com';
    for (let i = 0; i < MAX_CONFIRMATION_MAILS; i++) await store.askFor(await store.newUser(), address);
    expect(await codeOf(store.askFor(await store.newUser(), address))).toBe('users.too-many-confirmations');
    await store.registerAs('victim');
    expect(await store.mailsTo(address)).toHaveLength(MAX_CONFIRMATION_MAILS);
  });

  it('are not sent to a confirmed address', async () => {
    const user = await store.newUser({ email: 'confirmed@example.com' });
    await store.resend.run(user);
    expect(await store.mailsTo('confirmed@example.com')).toEqual([]);
  });
});
