import type { Config } from '../../src/platform/config/config.js';
import { MailFolder } from '../../src/platform/mail/delivery/mail-folder.js';
import { newestMail } from '../../src/platform/mail/log/newest-mail.js';
import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newShopper, newUsername, register, signInAdmin, type TestUser } from '../factories/users.js';
import { mailsTo as loggedMailsTo, type LoggedMail } from '../support/actions/mails.js';
import { bodyOf } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
let admin: TestUser;
let shopper: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  shopper = await newShopper(server);
});

const mailsTo = (username: string, kind: string, count = 1): Promise<LoggedMail[]> =>
  loggedMailsTo({ server, admin }, username, kind, count);

/** Returns the token of the newest mail to an address, as the operator finds it in the mail folder. */
async function tokenIn(address: string, page: string): Promise<string | undefined> {
  const mail = await newestMail(new MailFolder({ dataDir: server.dataDir } as Config), address);
  return new RegExp(`/${page}\\?token=(\\S+)`).exec(mail?.text ?? '')?.[1];
}

it('sends an order confirmation as PDF, and one mail for each transition, that of the departure with the document', async () => {
  const section = await newSection(server, admin);
  const product = await newProduct(server, admin, { sectionId: section.id, name: 'Tomatoes & <b>' });
  const order = await newOrder(server, shopper, { [product.id]: 2 });
  const [confirmation, ...others] = await mailsTo(shopper.username, 'order-confirmation');
  expect(others).toEqual([]);
  expect(confirmation?.text).toContain('- Tomatoes & <b>: 2 pieces × ₹50.00/piece = ₹100.00');
  expect(confirmation?.attachments).toMatchObject([
    { filename: `${order.number}.pdf`, contentType: 'application/pdf' },
  ]);
  for (const to of ['packed', 'out_for_delivery', 'delivered']) {
    bodyOf(await server.client.as(admin).post(`/admin/orders/${order.id}/transitions`, { to }), 200);
  }
  const statusMails = await mailsTo(shopper.username, 'order-status', 3);
  expect(statusMails.map(({ subject }) => subject).sort()).toEqual(
    ['is on its way', 'is packed', 'was delivered'].map((outcome) => `Your order ${order.number} ${outcome}`),
  );

  const attached = statusMails.map(({ subject, attachments }) => [
    subject.endsWith('is on its way'),
    attachments.map(({ filename }) => filename),
  ]);
  expect(attached.toSorted()).toEqual([
    [false, []],
    [false, []],
    [true, [expect.stringMatching(/^BIL-\d\d-\d\d-000001[.]pdf$/)]],
  ]);

  const second = await newOrder(server, shopper, { [product.id]: 1 });
  bodyOf(await server.client.as(shopper).post(`/orders/${second.id}/cancel`), 200);
  const [cancelled] = await mailsTo(shopper.username, 'order-cancelled');
  expect(cancelled?.subject).toBe(`Your order ${second.number} was cancelled`);
});

it('sets a new password with the link from the mail', async () => {
  const email = `${shopper.username}@example.com`;
  bodyOf(await server.client.post('/auth/forgot-password', { email }), 202);
  const [mail] = await mailsTo(shopper.username, 'password-reset');
  expect(mail?.text).toMatch(/\/reset-password\?token=•••$/m);
  const token = await tokenIn(email, 'reset-password');
  const password = 'four-green-chillies';
  bodyOf(await server.client.post('/auth/reset-password', { token, password }), 204);
  bodyOf(await server.client.post('/auth/login', { username: shopper.username, password }), 200);
});

it('confirms the address of a new account with the link from the mail', async () => {
  const username = newUsername();
  const id = await register(server, username);
  const [mail] = await mailsTo(username, 'email-confirmation');
  expect(mail?.text).toMatch(/\/confirm-email\?token=•••$/m);
  const token = await tokenIn(`${username}@example.com`, 'confirm-email');
  bodyOf(await server.client.post('/auth/confirm-email', { token }), 200);
  const account = await server.client
    .as(admin)
    .get<{ emailConfirmedAt: string | null }>(`/admin/users/${id}`);
  expect(bodyOf(account, 200).emailConfirmedAt).not.toBeNull();
});

it('announces a pending manager to the admin, and the approval to the manager', async () => {
  const username = newUsername('manager');
  const id = await register(server, username, 'store_manager');
  const [announced] = await mailsTo('admin', 'account-pending');
  expect(announced?.text).toContain(username);
  bodyOf(await server.client.as(admin).post(`/admin/users/${id}/approve`), 200);
  await mailsTo(username, 'account-approved');
});

it('sends the decision on a section request to its author', async () => {
  const requester = await newShopper(server);
  const created = await server.client.as(requester).post<{ id: string }>('/section-requests', {
    requestType: 'create',
    sectionName: 'Millets',
    reason: 'Asked for',
  });
  const { id } = bodyOf(created, 201);
  const rejection = server.client
    .as(admin)
    .post(`/admin/section-requests/${id}/reject`, { note: 'No room.' });
  bodyOf(await rejection, 200);
  const [mail] = await mailsTo(requester.username, 'section-request-decided');
  expect(mail?.text).toContain('No room.');
});
