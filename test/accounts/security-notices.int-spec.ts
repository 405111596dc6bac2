import type { UpdateUserBody } from '../../src/users/users.dto.js';
import type { AuthenticatedUser } from '../../src/platform/access/authenticated-user.js';
import { AccountSecurityStore } from '../support/actions/account-security.js';

let store: AccountSecurityStore;
let admin: AuthenticatedUser;
beforeAll(async () => {
  store = await AccountSecurityStore.open();
  admin = await store.newUser({ role: 'admin' });
});

const change = async (user: AuthenticatedUser, body: Omit<UpdateUserBody, 'version'>): Promise<void> => {
  const { version } = await store.users.view(user.id);
  await store.updateUser.run(admin, user.id, { version, ...body });
};
const subjectsTo = (user: AuthenticatedUser): Promise<string[]> =>
  store.subjectsTo(`${user.username}@example.com`);

describe('a user is notified once', () => {
  it('that the role was changed, and which one it is', async () => {
    const user = await store.newUser({ locale: 'hi-IN' });
    await change(user, { role: 'store_manager' });
    const mails = await store.mailsTo(`${user.username}@example.com`);
    expect(mails.map(({ subject }) => subject)).toEqual(['Green Basket पर आपकी भूमिका बदली गई']);
    expect(mails[0]?.text).toContain('नई भूमिका: स्टोर मैनेजर');
  });

  it('that the account was suspended, and that it works again', async () => {
    const user = await store.newUser();
    await change(user, { status: 'suspended' });
    await change(user, { status: 'approved' });
    expect(await subjectsTo(user)).toEqual([
      'Your account at Green Basket was suspended',
      'Your account at Green Basket works again',
    ]);
  });

  it('that an admin ended the sessions, if there were any', async () => {
    const user = await store.newUser();
    await store.sessions.endOthers(admin, user.id);
    expect(await subjectsTo(user)).toEqual([]);
    await store.openSessions(user.id, 2);
    await store.sessions.endOthers(admin, user.id);
    expect(await subjectsTo(user)).toEqual(['You were signed out at Green Basket']);
  });

  it('that the operator has set a new password', async () => {
    const user = await store.newUser();
    await store.resetPassword.run(user.username);
    expect(await subjectsTo(user)).toEqual([
      'The store has set a new password for your account at Green Basket',
    ]);
  });
});

it('a user is notified of a sign-in on a device that is new, but not of the first one or of an update', async () => {
  const user = await store.newUser();
  const signInOn = (userAgent: string) => store.signInOn(user.id, userAgent);
  const phone = (version: string) => `Mozilla/5.0 (Android 16; Mobile; rv:${version}) Firefox/${version}`;
  await signInOn(phone('140.0'));
  await signInOn(phone('141.0.2'));
  expect(await subjectsTo(user)).toEqual([]);
  await signInOn('curl/8.5.0');
  await signInOn('curl/8.6.1');
  expect(await subjectsTo(user)).toEqual(['A new device has signed in at Green Basket']);
  const [mail] = await store.mailsTo(`${user.username}@example.com`);
  expect(mail?.text).toContain('Device: curl/8.5.0');
});

it('a user is not notified of own or harmless changes', async () => {
  const user = await store.newUser();
  await store.openSessions(user.id, 2);
  await store.sessions.endOthers(user, user.id);
  await change(user, { displayName: 'Asha Rao' });
  await change(user, { role: 'user', status: 'approved' });
  expect(await subjectsTo(user)).toEqual([]);
});
