import { customersForm } from '../factories/files.js';
import { signInAdmin } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { sendRaw } from '../support/clients/raw-request.js';
import { waitUntil } from '../support/servers/processes.js';
import { startServer } from '../support/servers/server.js';

const CUSTOMER_COUNT = 5000;

interface View {
  readonly id: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

it('an import of customers and their invitation are done once and whole, although the server is killed in each', async () => {
  const server = await startServer();
  const admin = await signInAdmin(server);
  const rows = Array.from(
    { length: CUSTOMER_COUNT },
    (_, i) => `killed${i}@example.com,Customer ${i},98450 ${10_000 + i},${i} Fort Road,Mysuru,570001`,
  );
  const form = customersForm(['email,name,phone,address,city,pin', ...rows].join('\n'));
  const sent = await sendRaw(server.url, {
    method: 'POST',
    path: '/api/v1/admin/imports/customers',
    headers: { 'content-type': form.type, authorization: `Bearer ${admin.accessToken}` },
    body: form.content,
  });
  const { id } = JSON.parse(sent.text) as View;
  const count = async (table: string): Promise<number> =>
    (await server.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n ?? -1;
  const statusOf = async (): Promise<string> =>
    (await server.rows<{ status: string }>('SELECT status FROM imports WHERE id = ?', [id]))[0]?.status ?? '';

  await waitUntil(async () => (await statusOf()) === 'applying');
  await server.kill();
  expect(await count('invitations')).toBe(0);
  expect(await count('customer_addresses')).toBe(0);
  await server.restart();
  await waitUntil(async () => (await statusOf()) === 'done');
  expect(await count('invitations')).toBe(CUSTOMER_COUNT);
  expect(await count('customer_addresses')).toBe(CUSTOMER_COUNT);

  const again = await signInAdmin(server);
  bodyOf(
    await server.client.as(again).post(`/admin/imports/${id}/invitations`, { customers: CUSTOMER_COUNT }),
    202,
  );
  await waitUntil(async () => (await count('password_resets')) > 0);
  await server.kill();
  await server.restart();
  await waitUntil(async () => (await count('password_resets')) === CUSTOMER_COUNT);
  const [twice] = await server.rows<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT user_id FROM password_resets GROUP BY user_id HAVING count(*) > 1) t',
  );
  expect(twice?.n).toBe(0);
});
