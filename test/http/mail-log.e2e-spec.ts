import { newStoredMail } from '../factories/stored-mails.js';
import { signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Table {
  readonly items: readonly { readonly id: string; readonly kind: string; readonly address: string }[];
  readonly total: number;
}

let server: Server;
let admin: TestUser;
let ids: string[];
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  ids = [
    await newStoredMail(server, { address: 'Asha@Example.com', at: 1000 }),
    await newStoredMail(server, { address: 'ravi@example.com', at: 2000, kind: 'low-stock' }),
    await newStoredMail(server, { address: 'a_sha@example.com', at: 3000, isStored: false }),
  ];
});

const table = async (query: Record<string, string | number> = {}): Promise<Table> =>
  bodyOf(await server.client.as(admin).get<Table>('/admin/mails', query), 200);

describe('GET /admin/mails', () => {
  it('returns the newest mails first, page by page', async () => {
    expect((await table()).items.map(({ id }) => id)).toEqual([...ids].reverse());
    const second = await table({ pageSize: 2, page: 2 });
    expect([second.total, second.items.map(({ id }) => id)]).toEqual([3, [ids[0]]]);
  });

  it.each([
    [{ kind: 'low-stock' }, [1]],
    [{ q: 'ASHA@' }, [0]],
    [{ q: 'a_sha' }, [2]],
    [{ q: '%' }, []],
    [{ q: 'example', kind: 'order-confirmation' }, [2, 0]],
  ])('filters by %p', async (query, expected) => {
    const { items, total } = await table(query);
    expect(items.map(({ id }) => ids.indexOf(id))).toEqual(expected);
    expect(total).toBe(expected.length);
  });
});

describe('GET /admin/mails/:id', () => {
  it('returns a stored mail as JSON, whatever it contains', async () => {
    const response = await server.client.as(admin).get(`/admin/mails/${ids[0] ?? ''}`);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(bodyOf(response, 200)).toEqual({
      id: ids[0],
      kind: 'order-confirmation',
      userId: null,
      address: 'Asha@Example.com',
      subject: 'Your order',
      createdAt: '1970-01-01T00:00:01.000Z',
      sentAt: '1970-01-01T00:00:01.000Z',
      refusedAt: null,
      heldAt: null,
      heldReason: null,
      attempts: 1,
      lastError: null,
      headers: [
        { name: 'From', value: 'Green Basket <store@localhost>' },
        { name: 'Subject', value: 'Your order ₹' },
        { name: 'Content-Type', value: 'multipart/alternative; boundary="--parts"' },
      ],
      html: '<p>Thank you\u00a0<script>alert(1)</script></p>',
      text: 'Thank you',
      attachments: [],
      hasMaskedSecrets: false,
    });
  });

  it('returns why a mail was held back, without content', async () => {
    const id = await newStoredMail(server, { at: 500, isStored: false });
    await server.rows(
      "UPDATE mails SET sent_at = NULL, held_at = 1000, held_reason = 'mail-off', attempts = 0 WHERE id = ?",
      [id],
    );
    expect(bodyOf(await server.client.as(admin).get(`/admin/mails/${id}`), 200)).toMatchObject({
      sentAt: null,
      heldAt: '1970-01-01T00:00:01.000Z',
      heldReason: 'mail-off',
      attempts: 0,
      html: '',
      text: '',
    });
    const { body } = await server.client.get<string>('//metrics');
    expect(body).toContain('\ngrocery_store_mails_held 1\n');
    await server.rows('DELETE FROM mails WHERE id = ?', [id]);
  });

  it('returns 404 for a mail without a stored message and for an unknown ID', async () => {
    const notStored = await server.client.as(admin).get<Problem>(`/admin/mails/${ids[2] ?? ''}`);
    expect([notStored.status, notStored.body.code]).toEqual([404, 'mail.not-kept']);
    for (const id of [admin.id, 'nothing', '..%2Fstore.sqlite']) {
      const unknown = await server.client.as(admin).get<Problem>(`/admin/mails/${id}`);
      expect([unknown.status, unknown.body.code]).toEqual([404, 'mail.not-found']);
    }
  });
});
