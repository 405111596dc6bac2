import { PASSWORD_RESET_TTL_MS, passwordResetToken } from '../../src/auth/passwords/password-reset-token.js';
import { SendPasswordReset } from '../../src/auth/passwords/send-password-reset.js';
import type { Invoices } from '../../src/orders/invoices/invoices.js';
import { SendOrderConfirmation } from '../../src/orders/mail/send-order-confirmation.js';
import { SendOrderStatus } from '../../src/orders/mail/send-order-status.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { SendDecisionMail } from '../../src/section-requests/send-decision-mail.js';
import { AnnouncePendingAccount } from '../../src/users/account/announce-pending-account.js';
import { SendAccountApproved } from '../../src/users/account/send-account-approved.js';
import { insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { createMailServices, type MailServices } from '../support/clients/mail-services.js';
import { Mailbox, smtpError, type SmtpBehavior } from '../support/clients/mailbox.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createDocumentServices } from '../support/stores/document-services.js';
import { createStoreLocation } from '../support/stores/engine.js';

const HOSTILE = '<img src=x onerror=alert(1)>\r\nBcc: victim@example.com';

let database: Database;
let mailbox: Mailbox;
let mailServices: MailServices;
let smtpBehavior: SmtpBehavior = {};
let invoices: Invoices;

beforeAll(async () => {
  const location = await createStoreLocation();
  database = await openTestDatabase(location);
  mailbox = await Mailbox.open(() => smtpBehavior);
  mailServices = createMailServices(database, mailbox.url, testConfig({ DATA_DIR: location.dataDir }));
  ({ invoices } = createDocumentServices(database, mailServices.clock, mailServices.config));
});
beforeEach(() => {
  smtpBehavior = {};
  mailbox.mails.length = 0;
});

async function newOrder(
  options: { locale?: string; addressName?: string; productName?: string; productNames?: string } = {},
): Promise<string> {
  const userId = await insertUser(database, { displayName: 'Asha Rao', locale: options.locale ?? 'en-IN' });
  return insertOrder(database, { userId, productId: await insertProduct(database), ...options });
}

describe('SendOrderConfirmation', () => {
  const confirm = (orderId: string, eventId: string): Promise<void> =>
    new SendOrderConfirmation(database, mailServices.mailer, invoices).run(orderId, eventId);

  it('sends the lines, the address and one invoice', async () => {
    const orderId = await newOrder();
    await confirm(orderId, newId());
    const [{ parsed }] = mailbox.mails as [(typeof mailbox.mails)[0]];
    expect(parsed.subject).toMatch(/^Your order 7K3M-92QX-\d+ at Green Basket$/);
    expect(parsed.text).toContain('- Tomatoes: 1.25 kg × ₹50.00/kg = ₹62.50');
    expect(parsed.text).toContain('14, Temple Street\nBengaluru 560004');
    const [invoice, ...others] = parsed.attachments;
    expect(others).toEqual([]);
    expect(invoice).toMatchObject({ contentType: 'application/pdf' });
    expect(invoice?.filename).toMatch(/^7K3M-92QX-\d+\.pdf$/);
    expect(invoice?.content.toString('latin1')).toMatch(/^%PDF-1\.\d[^]*%%EOF\s*$/);
  });

  it.each([
    ['hi-IN', '- टमाटर: '],
    ['en-IN', '- Tomatoes: '],
  ])('names products in the language of the recipient, %s', async (locale, line) => {
    await confirm(await newOrder({ locale, productNames: '{"hi":"टमाटर"}' }), newId());
    const { text, html } = mailbox.mails[0]!.parsed;
    expect(text).toContain(line);
    expect(html).toContain(line.slice(2, -2));
  });

  it('sends one mail, however often the event is delivered', async () => {
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

  it('sends no mail for an unknown order', async () => {
    await confirm(newId(), newId());
    expect(mailbox.mails).toEqual([]);
  });
});

describe('SendOrderStatus', () => {
  type Status = Parameters<SendOrderStatus['run']>[1];
  const notify = (orderId: string, status: Status): Promise<void> =>
    new SendOrderStatus(database, mailServices.mailer, invoices).run(orderId, status, newId());
  const recordTransition = async (
    orderId: string,
    status: Status,
    note: string | null = null,
  ): Promise<void> => {
    const by = await insertUser(database, { role: 'store_manager' });
    await database.write(sql`
      INSERT INTO order_status_changes (id, order_id, status, at, by_id, note)
      VALUES (${newId()}, ${orderId}, ${status}, 1, ${by}, ${note})`);
  };

  it.each([
    ['packed', 'en-IN', 'Your order', 'is packed'],
    ['out_for_delivery', 'en-IN', 'Your order', 'is on its way'],
    ['delivered', 'hi-IN', 'आपका ऑर्डर', 'पहुँच गया है'],
    ['cancelled', 'en-IN', 'Your order', 'was cancelled'],
  ] as const)('reports the transition to %s in %s', async (status, locale, begin, end) => {
    const orderId = await newOrder({ locale });
    await recordTransition(orderId, status);
    await notify(orderId, status);
    const { subject = '', attachments } = mailbox.mails[0]!.parsed;
    expect([subject.startsWith(begin), subject.endsWith(end)]).toEqual([true, true]);
    expect(attachments).toEqual([]);
  });

  it('reports the reason for a cancellation', async () => {
    const orderId = await newOrder();
    await recordTransition(orderId, 'cancelled', 'Sold out, <b>sorry</b>');
    await notify(orderId, 'cancelled');
    expect(mailbox.mails[0]!.parsed.text).toContain('Reason: Sold out, <b>sorry</b>');
    expect(mailbox.mails[0]!.parsed.html).toContain('Sold out, &lt;b&gt;sorry&lt;/b&gt;');
  });

  it('sends no mail for a transition that has been undone', async () => {
    await notify(await newOrder(), 'packed');
    expect(mailbox.mails).toEqual([]);
  });

  it('sends no mail for the first status, which the confirmation reports', async () => {
    await notify(await newOrder(), 'placed');
    expect(mailbox.mails).toEqual([]);
  });
});

describe('account mails', () => {
  const announce = (userId: string, eventId = newId()): Promise<void> =>
    new AnnouncePendingAccount(database, mailServices.mailer).run(userId, eventId);
  let admins: string[];

  beforeAll(async () => {
    admins = ['one', 'two', 'three'].map((name) => `admin-${name}@example.com`);
    for (const email of admins) await insertUser(database, { role: 'admin', email });
    await insertUser(database, { role: 'admin', status: 'suspended', email: 'admin-suspended@example.com' });
  });

  it('announce a pending account to every admin who can approve it', async () => {
    const userId = await insertUser(database, {
      role: 'store_manager',
      status: 'pending',
      displayName: 'Ravi Menon',
    });
    await announce(userId);
    expect(mailbox.mails.flatMap(({ recipients }) => recipients).sort()).toEqual([...admins].sort());
    expect(mailbox.mails[0]!.parsed.text).toContain('https://shop.example.com/admin/users?status=pending');
  });

  it('reach the other admins when one mailbox fails, and that one on a retry', async () => {
    const userId = await insertUser(database, { role: 'store_manager', status: 'pending' });
    const eventId = newId();
    smtpBehavior = { onRecipient: (address) => (address === admins[0] ? smtpError(451) : undefined) };
    await expect(announce(userId, eventId)).rejects.toThrow('451');
    expect(mailbox.mails).toHaveLength(2);
    smtpBehavior = {};
    await announce(userId, eventId);
    expect(mailbox.mails.map(({ recipients }) => recipients[0]).sort()).toEqual([...admins].sort());
  });

  it('are not sent once the account is approved', async () => {
    await announce(await insertUser(database, { role: 'store_manager', status: 'approved' }));
    expect(mailbox.mails).toEqual([]);
  });

  it('notify an approved user once', async () => {
    const sendApproved = new SendAccountApproved(database, mailServices.mailer);
    const eventId = newId();
    const userId = await insertUser(database, { role: 'store_manager', username: 'ravi' });
    await sendApproved.run(userId, eventId);
    await sendApproved.run(userId, eventId);
    await sendApproved.run(await insertUser(database, { status: 'suspended' }), newId());
    expect(mailbox.mails).toHaveLength(1);
    expect(mailbox.mails[0]!.parsed.text).toContain('your account ravi');
  });
});

describe('SendPasswordReset', () => {
  const send = (id: string): Promise<void> =>
    new SendPasswordReset(mailServices.config, database, mailServices.clock, mailServices.mailer).run(
      id,
      newId(),
    );

  async function newReset(options: { usedAt?: number; status?: 'suspended' } = {}): Promise<string> {
    const [id, now] = [newId(), mailServices.clock.now()];
    const userId = await insertUser(database, options.status === undefined ? {} : { status: options.status });
    await database.write(sql`
      INSERT INTO password_resets (id, token_hash, user_id, created_at, expires_at, used_at)
      VALUES (${id}, ${id}, ${userId}, ${now}, ${now + PASSWORD_RESET_TTL_MS}, ${options.usedAt ?? null})`);
    return id;
  }

  it('sends a link with a valid token', async () => {
    const id = await newReset();
    await send(id);
    const token = passwordResetToken(mailServices.config.jwtSecret, id);
    expect(mailbox.mails[0]!.parsed.text).toContain(
      `https://shop.example.com/reset-password?token=${token}\n`,
    );
    expect(mailbox.mails[0]!.parsed.text).toContain('for 30 minutes');
  });

  it('sends no link that no longer works', async () => {
    const old = await newReset();
    mailServices.clock.advance(PASSWORD_RESET_TTL_MS);
    for (const id of [old, await newReset({ usedAt: 1 }), await newReset({ status: 'suspended' }), newId()])
      await send(id);
    expect(mailbox.mails).toEqual([]);
  });
});

describe('SendDecisionMail', () => {
  it.each([
    ['create', 'approved', 'The section Millets is made.'],
    ['create', 'rejected', 'The section Millets is not made.'],
    ['rename', 'approved', 'The section is called Millets now.'],
    ['delete', 'rejected', 'The section Millets stays.'],
  ])('reports that the request to %s was %s', async (type, status, sentence) => {
    const [id, requester] = [newId(), await insertUser(database)];
    await database.write(sql`
      INSERT INTO section_requests (id, request_type, section_name, reason, status, requested_by, created_at, decided_at, decision_note)
      VALUES (${id}, ${type}, 'Millets', 'a', ${status}, ${requester}, 1, 2, 'We talked about it')`);
    await new SendDecisionMail(database, mailServices.mailer).run(id, newId());
    expect(mailbox.mails[0]!.parsed.text).toContain(sentence);
    expect(mailbox.mails[0]!.parsed.text).toContain('We talked about it');
  });

  it('sends no mail while the request is pending', async () => {
    const [id, requester] = [newId(), await insertUser(database)];
    await database.write(sql`
      INSERT INTO section_requests (id, request_type, section_name, reason, status, requested_by, created_at)
      VALUES (${id}, 'create', 'Millets', 'a', 'pending', ${requester}, 1)`);
    await new SendDecisionMail(database, mailServices.mailer).run(id, newId());
    expect(mailbox.mails).toEqual([]);
  });
});
