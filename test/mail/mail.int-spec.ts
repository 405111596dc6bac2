import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import type { MailKind } from '../../src/platform/mail/content/mail-kinds.js';
import { readUnsubscribeToken } from '../../src/platform/mail/delivery/unsubscribe-token.js';
import { MAIL_KINDS, mailTo, newRecipient, SAMPLES } from '../factories/mails.js';
import { NAMES_IN_BOTH_DIRECTIONS, NAMES_IN_SCRIPTS } from '../factories/names-in-scripts.js';
import { createMailServices, type MailServices } from '../support/clients/mail-services.js';
import { Mailbox } from '../support/clients/mailbox.js';
import { pageNames } from '../support/servers/shop-pages.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createStoreLocation } from '../support/stores/engine.js';

/** Path of the main link of a mail, besides the home page. */
const MAIN_LINKS: { readonly [Kind in MailKind]?: string } = {
  'order-confirmation': '/orders/',
  'order-status': '/orders/',
  'order-cancelled': '/orders/',
  'password-reset': '/reset-password?token=',
  'email-confirmation': '/confirm-email?token=',
  'security-notice': '/forgot-password',
  'section-request-decided': '/section-requests',
  'daily-reminder': '/account/mail',
  'monthly-report': '/account/mail',
};

let database: Database;
let mailbox: Mailbox;
let mailServices: MailServices;

beforeAll(async () => {
  database = await openTestDatabase();
  mailbox = await Mailbox.open();
  mailServices = createMailServices(database, mailbox.url);
});

describe('a mail', () => {
  it.each(MAIL_KINDS.flatMap((kind) => ['en-IN', 'hi-IN'].map((locale) => [kind, locale] as const)))(
    'arrives as HTML and as text: kind %s in %s',
    async (kind, locale) => {
      const to = await newRecipient(database, { locale });
      await mailServices.mailer.sendOnce(mailTo(to, kind));
      const [mail] = mailbox.to(to.address);
      const { subject, html, text, from } = mail!.parsed;
      expect(from?.text).toBe('"Green Basket" <store@shop.example.com>');
      expect(html).toContain(`lang="${locale}"`);
      for (const content of [subject ?? '', html || '', text ?? '']) {
        expect(/[\u0900-\u097f]/.test(content)).toBe(locale === 'hi-IN');
        expect(content).not.toMatch(/\{\{|\}\}|\{\w+\}|undefined|null|NaN|\[object/);
      }
      expect(text).toContain('https://shop.example.com/');
    },
  );

  it.each(MAIL_KINDS)('links only to existing pages: kind %s', async (kind) => {
    const to = await newRecipient(database);
    await mailServices.mailer.sendOnce(mailTo(to, kind));
    const { html, text } = mailbox.to(to.address)[0]!.parsed;
    const linksIn = (content: string, link: RegExp): string[] =>
      [...new Set([...content.matchAll(link)].map(([, path = '']) => path.replaceAll('&#x3D;', '=')))].sort();
    const inHtml = linksIn(html || '', /href="https:\/\/shop\.example\.com([^"]*)"/g);
    const shopPaths = inHtml.filter((path) => !/^\/(admin\/|api\/v1\/mail\/unsubscribe\?)/.test(path));
    expect(pageNames(shopPaths)).not.toContain('not-found');
    expect(inHtml).toEqual(linksIn(text ?? '', /https:\/\/shop\.example\.com(\S*)/g));
    const expected = MAIN_LINKS[kind];
    if (expected !== undefined) expect(inHtml.some((path) => path.startsWith(expected))).toBe(true);
  });

  it('carries names in every script in its HTML and its text, apart from what is around them', async () => {
    const to = await newRecipient(database);
    const names = Object.values({ ...NAMES_IN_SCRIPTS, ...NAMES_IN_BOTH_DIRECTIONS });
    const [line] = SAMPLES['order-confirmation'].lines;
    const lines = names.map((productName) => ({ ...line!, productName }));
    const data = { ...SAMPLES['order-confirmation'], lines, address: names };
    await mailServices.mailer.sendOnce({ key: newId(), kind: 'order-confirmation', to, data });
    const { html, text } = mailbox.to(to.address)[0]!.parsed;
    for (const name of names) {
      expect(html).toContain(`<bdi>${name.replaceAll('&', '&amp;')}</bdi><br><span`);
      const inserted = /[\u0590-\u06ff]/.test(name) ? `\u2068${name}\u2069` : name;
      expect(text).toContain(`\n- ${inserted}: 1.25 kg`);
      expect(text).toContain(`\n${name}\n`);
    }
  });

  it.each(Object.entries(NAMES_IN_SCRIPTS))('carries a name in %s in its subject', async (script, name) => {
    const to = await newRecipient(database);
    const data = { ...SAMPLES['account-pending'], displayName: name };
    await mailServices.mailer.sendOnce({ key: newId(), kind: 'account-pending', to, data });
    const { subject } = mailbox.to(to.address)[0]!.parsed;
    expect(subject).toContain(name);
    expect(subject?.includes('\u2068')).toBe(/Arabic|Urdu|Hebrew/.test(script));
  });

  it('shows an order line as quantity × rate in the recipient’s language and currency format', async () => {
    const [english, hindi] = [
      await newRecipient(database),
      await newRecipient(database, { locale: 'hi-IN' }),
    ];
    await mailServices.mailer.sendEach([
      mailTo(english, 'order-confirmation'),
      mailTo(hindi, 'order-confirmation'),
    ]);
    expect(mailbox.to(english.address)[0]!.parsed.text).toContain('- Tomatoes: 1.25 kg × ₹50.00/kg = ₹62.50');
    expect(mailbox.to(english.address)[0]!.parsed.text).toContain(
      '- Discount: Sorry for the delay: −₹25.00\n\nTotal: ₹1,084.00',
    );
    expect(mailbox.to(hindi.address)[0]!.parsed.text).toContain('1.25 किग्रा × ₹50.00/किग्रा = ₹62.50');
  });

  it('uses the store’s language if the recipient’s is not available', async () => {
    const to = await newRecipient(database, { locale: 'fr-FR' });
    await mailServices.mailer.sendOnce(mailTo(to));
    expect(mailbox.to(to.address)[0]!.parsed.subject).toBe('Your account at Green Basket is approved');
  });

  it('shows names as text and prevents header injection', async () => {
    const name = '<script>alert(1)</script>\r\nBcc: victim@example.com\r\n\r\n"x", y@example.com';
    const to = await newRecipient(database, { name });
    const data = { username: name, displayName: name, email: name };
    const key = newId();
    await mailServices.mailer.sendOnce({ key, kind: 'account-pending', to, data });
    await mailServices.mailer.sendOnce({ ...mailTo(to, 'daily-reminder') });
    for (const { parsed, source, recipients } of mailbox.to(to.address)) {
      expect(recipients).toEqual([to.address]);
      expect([...parsed.headers.keys()]).not.toContain('bcc');
      expect(parsed.subject).toContain('<script>alert(1)</script> Bcc: victim@example.com');
      expect(parsed.html).not.toContain('<script');
      expect(source.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
      expect(parsed.to).toMatchObject({ value: [{ address: to.address }] });
    }
    expect(mailbox.to(to.address)).toHaveLength(2);
    expect(mailbox.mails.flatMap(({ recipients }) => recipients)).not.toContain('victim@example.com');
  });

  it.each(['"a,b"@example.com', "o'neil+tag@example.com"])(
    'goes to the single address %s',
    async (address) => {
      await mailServices.mailer.sendOnce(mailTo(await newRecipient(database, { address })));
      expect(mailbox.mails.at(-1)!.recipients).toEqual([address]);
    },
  );

  it('carries its attachment', async () => {
    const { dataDir } = await createStoreLocation();
    const path = join(dataDir, 'invoice.pdf');
    await writeFile(path, '%PDF-1.7 invoice');
    const to = await newRecipient(database);
    const attachments = [{ filename: 'invoice-7K3M.pdf', path, contentType: 'application/pdf' }];
    await mailServices.mailer.sendOnce({ ...mailTo(to, 'order-confirmation'), attachments });
    const [attached, ...others] = mailbox.to(to.address)[0]!.parsed.attachments;
    expect(others).toEqual([]);
    expect(attached).toMatchObject({ filename: 'invoice-7K3M.pdf', contentType: 'application/pdf' });
    expect(attached!.content.toString()).toBe('%PDF-1.7 invoice');
  });

  it('has a one-click unsubscribe header unless it is transactional', async () => {
    for (const kind of MAIL_KINDS) {
      const to = await newRecipient(database);
      await mailServices.mailer.sendOnce(mailTo(to, kind));
      const { headerLines } = mailbox.to(to.address)[0]!.parsed;
      const lines = Object.fromEntries(
        headerLines.map(({ key, line }) => [key, line.replace(/\r\n\s+/g, ' ')]),
      );
      if (!['daily-reminder', 'monthly-report', 'store-report'].includes(kind)) {
        expect(Object.keys(lines).filter((name) => name.startsWith('list-'))).toEqual([]);
        continue;
      }
      expect(lines['list-unsubscribe-post']).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
      const link =
        /^List-Unsubscribe: <https:\/\/shop\.example\.com\/api\/v1\/mail\/unsubscribe\?token=([\w.-]+)>$/i;
      const token = link.exec(lines['list-unsubscribe'] ?? '')?.[1] ?? '';
      expect(readUnsubscribeToken(mailServices.config.jwtSecret, token)?.userId).toBe(to.userId);
      expect(mailbox.to(to.address)[0]!.parsed.text).toContain(token);
    }
  });
});

it('stores neither token nor body in the database', async () => {
  const to = await newRecipient(database);
  const mail = mailTo(to, 'password-reset');
  await mailServices.mailer.sendOnce(mail);
  const { token } = SAMPLES['password-reset'];
  expect(mailbox.to(to.address)[0]!.parsed.text).toContain(
    `https://shop.example.com/reset-password?token=${token}`,
  );
  const row = await database.read.row(sql`SELECT * FROM mails WHERE key = ${mail.key}`);
  expect(JSON.stringify(row)).not.toContain(token.split('.')[1]);
});
