import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newShopper, newUsername, register, theAdmin, type TestUser } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { sleep } from '../support/servers/processes.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Message {
  readonly id: string;
  readonly subject: string;
  readonly sentAt: string | null;
  readonly text: string;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string }[];
}

const SECONDS_TO_ARRIVE = 40;

let server: Server;
let admin: TestUser;
let shopper: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
  shopper = await newShopper(server);
});

/** The mails of a kind to a user's address, newest first, once there are so many and all are sent. */
async function mailsTo(username: string, kind: string, count = 1): Promise<Message[]> {
  const deadline = Date.now() + SECONDS_TO_ARRIVE * 1000;
  const client = server.client.as(admin);
  for (;;) {
    const query = { kind, q: `${username}@` };
    const { items } = bodyOf(await client.get<{ items: Message[] }>('/admin/mails', query), 200);
    if (items.length >= count && items.every(({ sentAt }) => sentAt !== null)) {
      return Promise.all(
        items.map(async ({ id }) => bodyOf(await client.get<Message>(`/admin/mails/${id}`), 200)),
      );
    }
    if (Date.now() > deadline) throw new Error(`No mail ${kind} to ${username}: ${JSON.stringify(items)}`);
    await sleep(100);
  }
}

it('an order is confirmed with its invoice, and each of its steps is told, once', async () => {
  const section = await newSection(server, admin);
  const product = await newProduct(server, admin, { sectionId: section.id, name: 'Tomatoes & <b>' });
  const order = await newOrder(server, shopper, { [product.id]: 2 });
  const [confirmation, ...more] = await mailsTo(shopper.username, 'order-confirmation');
  expect(more).toEqual([]);
  expect(confirmation?.text).toContain('- Tomatoes & <b>: 2 pieces × ₹50.00/piece = ₹100.00');
  expect(confirmation?.attachments).toMatchObject([
    { filename: `INV-${order.number}.pdf`, contentType: 'application/pdf' },
  ]);
  for (const to of ['packed', 'out_for_delivery', 'delivered']) {
    bodyOf(await server.client.as(admin).post(`/admin/orders/${order.id}/transitions`, { to }), 200);
  }
  const steps = await mailsTo(shopper.username, 'order-status', 3);
  expect(steps.map(({ subject }) => subject).sort()).toEqual(
    ['is on its way', 'is packed', 'was delivered'].map((how) => `Your order ${order.number} ${how}`),
  );

  const second = await newOrder(server, shopper, { [product.id]: 1 });
  bodyOf(await server.client.as(shopper).post(`/orders/${second.id}/cancel`), 200);
  const [cancelled] = await mailsTo(shopper.username, 'order-cancelled');
  expect(cancelled?.subject).toBe(`Your order ${second.number} was cancelled`);
});

it('a password that was forgotten is set anew with the link from the mail', async () => {
  const email = `${shopper.username}@example.com`;
  bodyOf(await server.client.post('/auth/forgot-password', { email }), 202);
  const [mail] = await mailsTo(shopper.username, 'password-reset');
  const token = /\/reset-password\?token=(\S+)/.exec(mail?.text ?? '')?.[1];
  const password = 'four-green-chillies';
  bodyOf(await server.client.post('/auth/reset-password', { token, password }), 204);
  bodyOf(await server.client.post('/auth/login', { username: shopper.username, password }), 200);
});

it('a manager who waits is announced to the admin, and hears of the approval', async () => {
  const username = newUsername('manager');
  const id = await register(server, username, 'store_manager');
  const [announced] = await mailsTo('admin', 'account-pending');
  expect(announced?.text).toContain(username);
  bodyOf(await server.client.as(admin).post(`/admin/users/${id}/approve`), 200);
  await mailsTo(username, 'account-approved');
});

it('whoever asked for a section hears of the decision', async () => {
  const asker = await newShopper(server);
  const asked = await server.client.as(asker).post<{ id: string }>('/section-requests', {
    requestType: 'create',
    sectionName: 'Millets',
    reason: 'Asked for',
  });
  const { id } = bodyOf(asked, 201);
  const rejected = server.client.as(admin).post(`/admin/section-requests/${id}/reject`, { note: 'No room.' });
  bodyOf(await rejected, 200);
  const [mail] = await mailsTo(asker.username, 'section-request-decided');
  expect(mail?.text).toContain('No room.');
});
