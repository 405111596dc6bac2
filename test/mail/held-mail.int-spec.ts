import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { mailTo, newRecipient } from '../factories/mails.js';
import { createMailServices, type MailServices } from '../support/clients/mail-services.js';
import { Mailbox, smtpError, type SmtpBehavior } from '../support/clients/mailbox.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';

interface HeldRow {
  readonly sentAt: number | null;
  readonly heldAt: number | null;
  readonly heldReason: string | null;
  readonly claimedUntil: number | null;
}

let database: Database;
let mailbox: Mailbox;
let smtpBehavior: SmtpBehavior = {};
beforeAll(async () => {
  database = await openTestDatabase();
  mailbox = await Mailbox.open(() => smtpBehavior);
});
beforeEach(() => {
  smtpBehavior = {};
});

/** Returns what sends mails, with a mail server that is reachable, and other settings. */
const services = (settings: Readonly<Record<string, string>> = {}): MailServices =>
  createMailServices(database, mailbox.url, testConfig({ SMTP_URL: mailbox.url, ...settings }));

async function rowOf(key: string): Promise<HeldRow | undefined> {
  return database.read.row<HeldRow>(sql`
    SELECT sent_at AS "sentAt", held_at AS "heldAt", held_reason AS "heldReason", claimed_until AS "claimedUntil"
    FROM mails WHERE key = ${key}`);
}

it('holds back every mail while mail is off, and does not send it later', async () => {
  const to = await newRecipient(database);
  const mail = mailTo(to);
  const off = services({ MAIL: 'off' });
  await Promise.all([off.mailer.sendOnce(mail), off.mailer.sendOnce(mail)]);
  expect(await rowOf(mail.key)).toEqual({
    sentAt: null,
    heldAt: off.clock.now(),
    heldReason: 'mail-off',
    claimedUntil: null,
  });
  await services().mailer.sendOnce(mail);
  expect(mailbox.to(to.address)).toEqual([]);
  expect(await rowOf(mail.key)).toMatchObject({ sentAt: null, heldReason: 'mail-off' });
});

it('sends only to addresses and domains on the list', async () => {
  const [listed, ofDomain, other] = [
    await newRecipient(database),
    await newRecipient(database, { address: 'ravi@shop.in' }),
    await newRecipient(database),
  ];
  const { mailer } = services({ MAIL_ALLOW: `${listed.address}, shop.in` });
  const mails = [listed, ofDomain, other].map((to) => mailTo(to));
  await mailer.sendEach(mails);
  expect([listed, ofDomain, other].map(({ address }) => mailbox.to(address).length)).toEqual([1, 1, 0]);
  expect(await Promise.all(mails.map(async ({ key }) => (await rowOf(key))?.heldReason))).toEqual([
    null,
    null,
    'not-allowed',
  ]);
});

it('sends nothing to made-up people', async () => {
  const to = await newRecipient(database, { address: 'asha@demo.example' });
  const mail = mailTo(to);
  await services().mailer.sendOnce(mail);
  expect(mailbox.to(to.address)).toEqual([]);
  expect((await rowOf(mail.key))?.heldReason).toBe('made-up-address');
});

it('holds back a mail that waits for its next attempt when mail is switched off', async () => {
  const to = await newRecipient(database);
  const mail = mailTo(to);
  smtpBehavior = { onRecipient: () => smtpError(451, 'Try later') };
  await expect(services().mailer.sendOnce(mail)).rejects.toThrow('Try later');
  smtpBehavior = {};
  await services({ MAIL: 'off' }).mailer.sendOnce(mail);
  expect((await rowOf(mail.key))?.heldReason).toBe('mail-off');
  expect(mailbox.to(to.address)).toEqual([]);
});

it('leaves a mail as sent that was sent before', async () => {
  const mail = mailTo(await newRecipient(database));
  await services().mailer.sendOnce(mail);
  await services({ MAIL: 'off' }).mailer.sendOnce(mail);
  const row = await rowOf(mail.key);
  expect([row?.sentAt === null, row?.heldAt]).toEqual([false, null]);
});
