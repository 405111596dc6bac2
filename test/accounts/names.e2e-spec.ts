import { newSectionRequest } from '../factories/section-requests.js';
import { newProduct, newSection } from '../factories/catalog.js';
import { ADDRESS, fillCart, placeOrder } from '../factories/orders.js';
import {
  newManager,
  newShopper,
  newUsername,
  signIn,
  signInAdmin,
  type TestUser,
} from '../factories/users.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

const PASSWORD = 'A-perfectly-fine-passphrase';

/** Texts in which a reader sees nothing. */
const INVISIBLE = [
  ['zero-width characters', '\u200b\u200d\u2060\ufeff'],
  ['combining marks', '\u0301\u094d\u0308'],
  ['spaces of any kind', ' \u00a0\u2003\u3000'],
  ['a letter that is not drawn', '\u3164'],
  ['the braille blank', '\u2800\u2800'],
] as const;

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;

beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  [manager, shopper] = [await newManager(server), await newShopper(server)];
});

function registerWith(fields: Record<string, string>): Promise<ApiResponse<Problem & { email: string }>> {
  const username = newUsername();
  const account = { username, email: `${username}@example.com`, password: PASSWORD, ...fields };
  return server.client.post('/auth/register', account);
}

describe('an e-mail address', () => {
  it('is one account in NFC and in NFD, in any case, and at either form of its domain', async () => {
    const id = newUsername('ren');
    const composed = `${id}\u00e9@ex\u00e4mple.com`;
    const username = newUsername();
    bodyOf(await registerWith({ username, email: `${id}e\u0301@exa\u0308mple.com` }), 201);
    for (const email of [composed, composed.toUpperCase(), `${id}\u00e9@xn--exmple-cua.com`]) {
      expect(bodyOf(await registerWith({ email }), 409).code).toBe('users.email-taken');
      expect((await signIn(server, email)).username).toBe(username);
    }
    const me = await server.client.as(await signIn(server, username)).get<{ email: string }>('/users/me');
    expect(bodyOf(me, 200).email).toBe(composed);
    const change = { email: `${id}e\u0301@ex\u00e4mple.com`, currentPassword: PASSWORD };
    expect(bodyOf(await server.client.as(shopper).patch<Problem>('/users/me', change), 409).code).toBe(
      'users.email-taken',
    );
  });

  it('is refused with characters that are not drawn', async () => {
    for (const sign of ['\u200b', '\u00ad', '\u3164']) {
      const response = bodyOf(await registerWith({ email: `mee${sign}na@example.com` }), 400);
      expect(response.errors).toMatchObject([{ field: 'email' }]);
    }
  });

  it('is accepted with space around it, which is not stored', async () => {
    const email = `${newUsername()}@example.com`;
    expect(bodyOf(await registerWith({ email: ` \u200b${email}\u00a0` }), 201).email).toBe(email);
  });
});

it('finds an account by its username in wide letters, as some keyboards write them', async () => {
  const wide = shopper.username.replace(/[a-z]/g, (letter) =>
    String.fromCodePoint(letter.charCodeAt(0) + 0xfee0),
  );
  expect((await signIn(server, wide)).id).toBe(shopper.id);
});

it('refuses a username with a letter of another script that looks the same', async () => {
  expect(bodyOf(await registerWith({ username: 'm\u0435ena-of-another-script' }), 400).errors).toMatchObject([
    { field: 'username' },
  ]);
});

it('refuses common passwords wherever one is set', async () => {
  const common = 'Marlboro';
  expect(bodyOf(await registerWith({ password: common }), 422).errors).toMatchObject([
    { field: 'password', code: 'users.password-too-common' },
  ]);
  const change = { currentPassword: shopper.password, newPassword: 'rahul@1234' };
  const response = await server.client.as(shopper).post<Problem>('/users/me/password', change);
  expect(bodyOf(response, 422).errors).toMatchObject([{ code: 'users.password-too-common' }]);
});

describe.each(INVISIBLE)('a name of %s is refused', (_, nothing) => {
  it('for an account', async () => {
    const inBody = { displayName: nothing };
    for (const response of [
      await registerWith(inBody),
      await server.client.as(shopper).patch<Problem>('/users/me', inBody),
      await server.client.as(admin).patch<Problem>(`/admin/users/${shopper.id}`, { version: 1, ...inBody }),
    ])
      expect(bodyOf(response, 400).errors).toMatchObject([{ field: 'displayName' }]);
  });

  it('for a section, a product, and in a request', async () => {
    const section = await newSection(server, admin);
    const product = await newProduct(server, manager, { sectionId: section.id });
    const asAdmin = server.client.as(admin);
    const product2 = { sectionId: section.id, name: nothing, unitType: 'kg', ratePerUnit: 100 };
    const wish = { requestType: 'create', sectionName: nothing, reason: 'Customers ask for it' };
    const request = await newSectionRequest(server, shopper, {
      requestType: 'create',
      sectionName: newUsername('Wish'),
      reason: 'Customers ask for it',
    });
    const refused: [string, ApiResponse<Problem>][] = [
      ['name', await asAdmin.post('/admin/sections', { name: nothing })],
      [
        'name',
        await asAdmin.patch(`/admin/sections/${section.id}`, { name: nothing, version: section.version }),
      ],
      ['name', await asAdmin.post('/admin/products', product2)],
      ['name', await asAdmin.patch(`/admin/products/${product.id}`, { name: nothing, version: 1 })],
      ['sectionName', await server.client.as(shopper).post('/section-requests', wish)],
      [
        'reason',
        await server.client
          .as(shopper)
          .post('/section-requests', { ...wish, sectionName: 'Tea', reason: nothing }),
      ],
      ['note', await asAdmin.post(`/admin/section-requests/${request.id}/reject`, { note: nothing })],
    ];
    for (const [field, response] of refused) {
      expect([field, response.status]).toEqual([field, 400]);
      expect(response.body.errors).toMatchObject([{ field }]);
    }
  });

  it('in an address', async () => {
    const section = await newSection(server, admin);
    const product = await newProduct(server, manager, { sectionId: section.id, quantityAvailable: 5 });
    await fillCart(server, shopper, { [product.id]: 1 });
    for (const field of ['name', 'line1', 'city']) {
      const response = await placeOrder<Problem>(server, shopper, undefined, {
        address: { ...ADDRESS, [field]: nothing },
      });
      expect(bodyOf(response, 400).errors).toMatchObject([{ field: `address.${field}` }]);
    }
  });
});

it('stores names in NFC, without space around them', async () => {
  const section = await newSection(server, admin, `\u200b Cre\u0301merie ${newUsername()}\u3000`);
  expect(section.name).toMatch(/^Cr\u00e9merie shopper/);
  const response = await server.client.as(shopper).patch<{ displayName: string }>('/users/me', {
    displayName: '\u00a0Rene\u0301 \u2060',
  });
  expect(bodyOf(response, 200).displayName).toBe('Ren\u00e9');
});
