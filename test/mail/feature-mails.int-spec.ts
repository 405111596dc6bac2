import {
  PASSWORD_RESET_LIFETIME,
  passwordResetToken,
} from '../../src/auth/passwords/password-reset-token.js';
import { SendPasswordReset } from '../../src/auth/passwords/send-password-reset.js';
import { Invoices } from '../../src/orders/invoices/invoices.js';
import { SendOrderConfirmation } from '../../src/orders/mail/send-order-confirmation.js';
import { SendOrderStatus } from '../../src/orders/mail/send-order-status.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { SendDecisionMail } from '../../src/section-requests/send-decision-mail.js';
import { AnnouncePendingAccount } from '../../src/users/account/announce-pending-account.js';
import { SendAccountApproved } from '../../src/users/account/send-account-approved.js';
import { orderRow, productRow, userRow } from '../factories/rows.js';
import { openMailOffice, type MailOffice } from '../support/clients/mail-office.js';
import { Mailbox, smtpError, type Manners } from '../support/clients/mailbox.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { newPlace } from '../support/stores/engine.js';

const HOSTILE = '<img src=x onerror=alert(1)>\r\nBcc: victim@example.com';

let database: Database;
let mailbox: Mailbox;
let office: MailOffice;
let manners: Manners = {};
let invoices: Invoices;

beforeAll(async () => {
  const place = await newPlace();
  database = await openTestDatabase(place);
  mailbox = await Mailbox.open(() => manners);
  office = openMailOffice(database, mailbox.url, testConfig({ DATA_DIR: place.dataDir }));
  invoices = new Invoices(office.config, database, office.clock);
});
beforeEach(() => {
  manners = {};
  mailbox.mails.length = 0;
});

async function newOrder(
  more: { locale?: string; addressName?: string; productName?: string } = {},
): Promise<string> {
  const userId = await userRow(database, { displayName: 'Asha Rao', locale: more.locale ?? 'en-IN' });
  return orderRow(database, { userId, productId: await productRow(database), ...more });
}

describe('the confirmation of an order', () => {
  const confirm = (orderId: string, eventId: string): Promise<void> =>
    new SendOrderConfirmation(database, office.mailer, invoices).run(orderId, eventId);

  it('has its lines, its address, and one invoice', async () => {
    const orderId = await newOrder();
    await confirm(orderId, newId());
    const [{ parsed }] = mailbox.mails as [(typeof mailbox.mails)[0]];
    expect(parsed.subject).toMatch(/^Your order 7K3M-92QX-\d+ at Green Basket$/);
    expect(parsed.text).toContain('- Tomatoes: 1.25 kg × ₹50.00/kg = ₹62.50');
    expect(parsed.text).toContain('14, Temple Street\nBengaluru 560004');
    const [invoice, ...more] = parsed.attachments;
    expect(more).toEqual([]);
    expect(invoice).toMatchObject({ contentType: 'application/pdf' });
    expect(invoice?.filename).toMatch(/^INV-7K3M-92QX-\d+\.pdf$/);
    expect(invoice?.content.toString('latin1')).toMatch(/^%PDF-1\.\d[^]*%%EOF\s*$/);
  });

  it('is one mail, however often the event is delivered', async () => {
    const [orderId, eventId] = [await newOrder(), newId()];
    await Promise.allSettled(Array.from({ length: 10 }, () => confirm(orderId, eventId)));
    await confirm(orderId, eventId);
    expect(mailbox.mails).toHaveLength(1);
  });

  it('shows hostile names as text', async () => {
    await confirm(await newOrder({ addressName: HOSTILE, productName: HOSTILE }), newId());
    const { html, headers } = mailbox.mails[0]!.parsed;
    expect(html).toContain('&lt;img src&#x3D;x');
    expect(html).not.toContain('<img');
    expect(headers.has('bcc')).toBe(false);
  });

  it('of an order that there is not is none', async () => {
    await confirm(newId(), newId());
    expect(mailbox.mails).toEqual([]);
  });
});

describe('a step of an order', () => {
  type Status = Parameters<SendOrderStatus['run']>[1];
  const tell = (orderId: string, status: Status): Promise<void> =>
    new SendOrderStatus(database, office.mailer).run(orderId, status, newId());
  const step = async (orderId: string, status: Status, note: string | null = null): Promise<void> => {
    const by = await userRow(database, { role: 'store_manager' });
    await database.write(sql`
      INSERT INTO order_status_changes (id, order_id, status, at, by_id, note)
      VALUES (${newId()}, ${orderId}, ${status}, 1, ${by}, ${note})`);
  };

  it.each([
    ['packed', 'en-IN', 'Your order', 'is packed'],
    ['out_for_delivery', 'en-IN', 'Your order', 'is on its way'],
    ['delivered', 'hi-IN', 'आपका ऑर्डर', 'पहुँच गया है'],
    ['cancelled', 'en-IN', 'Your order', 'was cancelled'],
  ] as const)('to %s is told in %s', async (status, locale, begin, end) => {
    const orderId = await newOrder({ locale });
    await step(orderId, status);
    await tell(orderId, status);
    const { subject = '', attachments } = mailbox.mails[0]!.parsed;
    expect([subject.startsWith(begin), subject.endsWith(end)]).toEqual([true, true]);
    expect(attachments).toEqual([]);
  });

  it('tells why it was cancelled', async () => {
    const orderId = await newOrder();
    await step(orderId, 'cancelled', 'Sold out, <b>sorry</b>');
    await tell(orderId, 'cancelled');
    expect(mailbox.mails[0]!.parsed.text).toContain('Reason: Sold out, <b>sorry</b>');
    expect(mailbox.mails[0]!.parsed.html).toContain('Sold out, &lt;b&gt;sorry&lt;/b&gt;');
  });

  it('that was taken back meanwhile is not told', async () => {
    await tell(await newOrder(), 'packed');
    expect(mailbox.mails).toEqual([]);
  });

  it('that is the first is told by the confirmation', async () => {
    await tell(await newOrder(), 'placed');
    expect(mailbox.mails).toEqual([]);
  });
});

describe('an account that waits', () => {
  const announce = (userId: string, eventId = newId()): Promise<void> =>
    new AnnouncePendingAccount(database, office.mailer).run(userId, eventId);
  let admins: string[];

  beforeAll(async () => {
    admins = ['one', 'two', 'three'].map((name) => `admin-${name}@example.com`);
    for (const email of admins) await userRow(database, { role: 'admin', email });
    await userRow(database, { role: 'admin', status: 'suspended', email: 'admin-gone@example.com' });
  });

  it('is told to every admin who can approve it', async () => {
    const userId = await userRow(database, {
      role: 'store_manager',
      status: 'pending',
      displayName: 'Ravi Menon',
    });
    await announce(userId);
    expect(mailbox.mails.flatMap(({ recipients }) => recipients).sort()).toEqual([...admins].sort());
    expect(mailbox.mails[0]!.parsed.text).toContain('https://shop.example.com/admin/users?status=pending');
  });

  it('is told to the others where one cannot be reached, and to that one later', async () => {
    const userId = await userRow(database, { role: 'store_manager', status: 'pending' });
    const eventId = newId();
    manners = { onRecipient: (address) => (address === admins[0] ? smtpError(451) : undefined) };
    await expect(announce(userId, eventId)).rejects.toThrow('451');
    expect(mailbox.mails).toHaveLength(2);
    manners = {};
    await announce(userId, eventId);
    expect(mailbox.mails.map(({ recipients }) => recipients[0]).sort()).toEqual([...admins].sort());
  });

  it('is not told once it is approved', async () => {
    await announce(await userRow(database, { role: 'store_manager', status: 'approved' }));
    expect(mailbox.mails).toEqual([]);
  });

  it('hears when it is approved', async () => {
    const sendApproved = new SendAccountApproved(database, office.mailer);
    const eventId = newId();
    const userId = await userRow(database, { role: 'store_manager', username: 'ravi' });
    await sendApproved.run(userId, eventId);
    await sendApproved.run(userId, eventId);
    await sendApproved.run(await userRow(database, { status: 'suspended' }), newId());
    expect(mailbox.mails).toHaveLength(1);
    expect(mailbox.mails[0]!.parsed.text).toContain('your account ravi');
  });
});

describe('a forgotten password', () => {
  const send = (id: string): Promise<void> =>
    new SendPasswordReset(office.config, database, office.clock, office.mailer).run(id, newId());

  async function newReset(more: { usedAt?: number; status?: 'suspended' } = {}): Promise<string> {
    const [id, now] = [newId(), office.clock.now()];
    const userId = await userRow(database, more.status === undefined ? {} : { status: more.status });
    await database.write(sql`
      INSERT INTO password_resets (id, token_hash, user_id, created_at, expires_at, used_at)
      VALUES (${id}, ${id}, ${userId}, ${now}, ${now + PASSWORD_RESET_LIFETIME}, ${more.usedAt ?? null})`);
    return id;
  }

  it('is answered with a link that opens the account', async () => {
    const id = await newReset();
    await send(id);
    const token = passwordResetToken(office.config.jwtSecret, id);
    expect(mailbox.mails[0]!.parsed.text).toContain(
      `https://shop.example.com/reset-password?token=${token}\n`,
    );
    expect(mailbox.mails[0]!.parsed.text).toContain('for 30 minutes');
  });

  it('is not answered with a link that no longer works', async () => {
    const old = await newReset();
    office.clock.advance(PASSWORD_RESET_LIFETIME);
    for (const id of [old, await newReset({ usedAt: 1 }), await newReset({ status: 'suspended' }), newId()])
      await send(id);
    expect(mailbox.mails).toEqual([]);
  });
});

describe('a request for a section', () => {
  it.each([
    ['create', 'approved', 'The section Millets is made.'],
    ['create', 'rejected', 'The section Millets is not made.'],
    ['rename', 'approved', 'The section is called Millets now.'],
    ['delete', 'rejected', 'The section Millets stays.'],
  ])('to %s that is %s is told so', async (type, status, sentence) => {
    const [id, asker] = [newId(), await userRow(database)];
    await database.write(sql`
      INSERT INTO section_requests (id, request_type, section_name, reason, status, requested_by, created_at, decided_at, decision_note)
      VALUES (${id}, ${type}, 'Millets', 'a', ${status}, ${asker}, 1, 2, 'We talked about it')`);
    await new SendDecisionMail(database, office.mailer).run(id, newId());
    expect(mailbox.mails[0]!.parsed.text).toContain(sentence);
    expect(mailbox.mails[0]!.parsed.text).toContain('We talked about it');
  });

  it('is silent while it is undecided', async () => {
    const [id, asker] = [newId(), await userRow(database)];
    await database.write(sql`
      INSERT INTO section_requests (id, request_type, section_name, reason, status, requested_by, created_at)
      VALUES (${id}, 'create', 'Millets', 'a', 'pending', ${asker}, 1)`);
    await new SendDecisionMail(database, office.mailer).run(id, newId());
    expect(mailbox.mails).toEqual([]);
  });
});
