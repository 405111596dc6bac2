import { MINUTE_MS } from '../../src/platform/common/durations.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { RecordLowStockAlert } from '../../src/stock/low-stock/record-low-stock-alert.js';
import { SendLowStockDigest } from '../../src/stock/low-stock/send-low-stock-digest.js';
import { insertProduct, insertUser } from '../factories/rows.js';
import { createMailServices, type MailServices } from '../support/clients/mail-services.js';
import { Mailbox, smtpError, type SmtpBehavior } from '../support/clients/mailbox.js';
import { openTestDatabase } from '../support/stores/database.js';

let database: Database;
let mailbox: Mailbox;
let mailServices: MailServices;
let smtpBehavior: SmtpBehavior;

beforeEach(async () => {
  smtpBehavior = {};
  database = await openTestDatabase();
  mailbox = await Mailbox.open(() => smtpBehavior);
  mailServices = createMailServices(database, mailbox.url);
  // Hours of the store start at half past the hour in UTC. This is 14:10 in Kolkata.
  mailServices.clock.set('2026-06-01T08:40:00Z');
});

const record = (productId: string, eventId = newId()): Promise<void> =>
  new RecordLowStockAlert(mailServices.config, database, mailServices.clock).run(productId, eventId);
const send = (): Promise<void> =>
  new SendLowStockDigest(database, mailServices.clock, mailServices.mailer).run(mailServices.clock.now());

const lowProduct = (name: string): Promise<string> =>
  insertProduct(database, { name, available: 4250, threshold: 10_000 });
const newManager = (): Promise<string> => insertUser(database, { role: 'store_manager' });
const sentTo = (): string[] => mailbox.mails.flatMap(({ recipients }) => recipients).sort();

it('sends managers one mail per hour with each product once', async () => {
  await newManager();
  await newManager();
  await insertUser(database, { role: 'store_manager', status: 'pending' });
  await insertUser(database, { role: 'admin' });
  const [tomatoes, rice] = [await lowProduct('Tomatoes'), await lowProduct('Rice')];
  const eventId = newId();
  await record(tomatoes, eventId);
  await record(tomatoes, eventId);
  mailServices.clock.advance(20 * MINUTE_MS);
  await record(tomatoes);
  await record(rice);

  await send();
  expect(mailbox.mails).toEqual([]);
  mailServices.clock.set('2026-06-01T09:31:00Z');
  await Promise.allSettled([send(), send(), send()]);
  await send();
  expect(mailbox.mails).toHaveLength(2);
  const { subject, text = '' } = mailbox.mails[0]!.parsed;
  expect(subject).toBe('2 products run low');
  expect(text.replace(/[\u00a0\u202f]/g, ' ')).toContain('between 2:00 pm and 3:00 pm');
  expect(text.match(/^- .*$/gm)).toEqual([
    '- Rice: 4.25 kg left (Threshold 10 kg)',
    '- Tomatoes: 4.25 kg left (Threshold 10 kg)',
  ]);
});

it('sends no mail for an hour without alerts, and a separate one for the next', async () => {
  await newManager();
  await record(await lowProduct('Tomatoes'));
  mailServices.clock.advance(3 * 60 * MINUTE_MS);
  await send();
  await record(await lowProduct('Rice'));
  mailServices.clock.advance(2 * 60 * MINUTE_MS);
  await send();
  expect(mailbox.mails.map(({ parsed }) => parsed.text?.match(/^- \w+/gm))).toEqual([
    ['- Tomatoes'],
    ['- Rice'],
  ]);
});

it('marks a restocked product in the mail and leaves out one that is deleted or hidden', async () => {
  await newManager();
  const [tomatoes, rice] = [await lowProduct('Tomatoes'), await lowProduct('Rice')];
  const dal = await lowProduct('Dal');
  await record(tomatoes);
  await record(rice);
  await record(dal);
  await database.write(sql`UPDATE products SET published = ${false} WHERE id = ${dal}`);
  await database.write(sql`UPDATE products SET quantity_available = 50000 WHERE id = ${tomatoes}`);
  await database.write(sql`UPDATE products SET deleted_at = 1, published = ${false} WHERE id = ${rice}`);
  mailServices.clock.advance(2 * 60 * MINUTE_MS);
  await send();
  expect(mailbox.mails[0]!.parsed.text).toContain('- Tomatoes: restocked: 50 kg');
  expect(mailbox.mails[0]!.parsed.text).not.toMatch(/Rice|Dal/);
});

it('says what is promised beside what is left', async () => {
  await newManager();
  const tomatoes = await lowProduct('Tomatoes');
  await database.write(sql`UPDATE products SET quantity_promised = 1500 WHERE id = ${tomatoes}`);
  await record(tomatoes);
  mailServices.clock.advance(2 * 60 * MINUTE_MS);
  await send();
  const text = mailbox.mails[0]!.parsed.text?.replace(/[\u00a0\u202f]/g, ' ');
  expect(text).toContain('- Tomatoes: 4.25 kg left (Threshold 10 kg · 1.5 kg more promised to orders)');
});

it('retries a failed mailbox later and mails the other managers once', async () => {
  await newManager();
  await newManager();
  await record(await lowProduct('Tomatoes'));
  mailServices.clock.advance(2 * 60 * MINUTE_MS);
  let refusals = 1;
  smtpBehavior = { onRecipient: () => (refusals-- > 0 ? smtpError(451) : undefined) };
  await expect(send()).rejects.toThrow('451');
  await send();
  await send();
  expect(sentTo()).toHaveLength(2);
  expect(new Set(sentTo()).size).toBe(2);
});

it('mails admins if there is no manager', async () => {
  await insertUser(database, { role: 'admin', email: 'owner@example.com' });
  await record(await lowProduct('Tomatoes'));
  mailServices.clock.advance(2 * 60 * MINUTE_MS);
  await send();
  expect(sentTo()).toEqual(['owner@example.com']);
});

it('stores when the stock fell, and reports it in the hour in which it is recorded', async () => {
  await newManager();
  const [productId, eventId] = [await lowProduct('Tomatoes'), newId()];
  const fellAt = mailServices.clock.now();
  await database.write(sql`
    INSERT INTO outbox_events (id, type, subject, payload, created_at)
    VALUES (${eventId}, 'catalog.stock-low', 'product', '{}', ${fellAt})`);
  mailServices.clock.set('2026-06-01T15:45:00Z');
  await record(productId, eventId);
  const [alert] = await database.read.rows(sql`SELECT fell_at AS "fellAt", hour FROM low_stock_alerts`);
  expect(alert).toEqual({ fellAt, hour: Date.parse('2026-06-01T15:30:00Z') });
});
