import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { DeliveryRefused } from '../../src/platform/chat/chat.errors.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { LEASE_MS } from '../../src/platform/mail/delivery/deliver-once.js';
import { MailTransport, type OutgoingMail } from '../../src/platform/mail/delivery/mail-transport.js';
import { SmtpTransport } from '../../src/platform/mail/delivery/smtp-transport.js';
import { MailInProgress } from '../../src/platform/mail/mail.errors.js';
import { mailTo, newRecipient, SAMPLE_TOKEN } from '../factories/mails.js';
import { createMailServices, type MailServices } from '../support/clients/mail-services.js';
import { Mailbox, smtpError, type SmtpBehavior } from '../support/clients/mailbox.js';
import { openTestDatabase } from '../support/stores/database.js';
import { afterFile } from '../support/stores/engine.js';

interface MailRow {
  readonly sentAt: number | null;
  readonly refusedAt: number | null;
  readonly claimedUntil: number | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly messageId: string;
}

let database: Database;
let mailbox: Mailbox;
let mailServices: MailServices;
let smtpBehavior: SmtpBehavior = {};

beforeAll(async () => {
  database = await openTestDatabase();
  mailbox = await Mailbox.open(() => smtpBehavior);
  mailServices = createMailServices(database, mailbox.url);
});
beforeEach(() => {
  smtpBehavior = {};
});

async function rowOf(key: string): Promise<MailRow> {
  const row = await database.read.row<MailRow>(sql`
    SELECT sent_at AS "sentAt", refused_at AS "refusedAt", claimed_until AS "claimedUntil", attempts,
           last_error AS "lastError", message_id AS "messageId"
    FROM mails WHERE key = ${key}`);
  if (row === undefined) throw new Error(`No mail with the key ${key}`);
  return row;
}

describe('mails with one key', () => {
  it('are sent once by ten concurrent and ten later deliveries', async () => {
    const to = await newRecipient(database);
    const mail = mailTo(to);
    const attempt = (): Promise<void> => mailServices.mailer.sendOnce(mail);
    const first = await Promise.allSettled(Array.from({ length: 10 }, attempt));
    for (const result of first) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(MailInProgress);
    }
    await Promise.all(Array.from({ length: 10 }, attempt));
    expect(mailbox.to(to.address)).toHaveLength(1);
    expect(await rowOf(mail.key)).toMatchObject({ attempts: 1, claimedUntil: null, lastError: null });
  });

  it('are not sent by another process until the lease has expired', async () => {
    let finish = (): void => undefined;
    const sent: OutgoingMail[] = [];
    class SlowTransport extends MailTransport {
      override async send(mail: OutgoingMail): Promise<void> {
        sent.push(mail);
        if (sent.length === 1) await new Promise<void>((resolve) => (finish = resolve));
      }
    }
    const slow = createMailServices(database, new SlowTransport());
    const mail = mailTo(await newRecipient(database));
    const crashed = slow.mailer.sendOnce(mail);
    while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve));

    slow.clock.advance(LEASE_MS - 1);
    await expect(slow.mailer.sendOnce(mail)).rejects.toBeInstanceOf(MailInProgress);
    slow.clock.advance(1);
    await slow.mailer.sendOnce(mail);
    expect(sent.map(({ messageId }) => messageId)).toEqual([sent[0]!.messageId, sent[0]!.messageId]);
    expect(await rowOf(mail.key)).toMatchObject({ attempts: 2, claimedUntil: null });
    finish();
    await crashed;
    expect((await rowOf(mail.key)).sentAt).not.toBeNull();
  });

  it('keep the next lease when an expired one fails', async () => {
    let fail = (): void => undefined;
    let attempts = 0;
    class FailingTransport extends MailTransport {
      override async send(): Promise<void> {
        attempts += 1;
        if (attempts === 1) await new Promise((_, reject) => (fail = () => reject(new Error('late'))));
        if (attempts === 2) await new Promise<void>(() => undefined);
      }
    }
    const failing = createMailServices(database, new FailingTransport());
    const mail = mailTo(await newRecipient(database));
    const first = failing.mailer.sendOnce(mail);
    while (attempts === 0) await new Promise((resolve) => setImmediate(resolve));
    failing.clock.advance(LEASE_MS);
    void failing.mailer.sendOnce(mail);
    while (attempts === 1) await new Promise((resolve) => setImmediate(resolve));
    fail();
    await expect(first).rejects.toThrow('late');
    expect((await rowOf(mail.key)).claimedUntil).toBe(failing.clock.now() + LEASE_MS);
  });
});

describe('SMTP server', () => {
  it('gets a retry with the same Message-ID after a temporary refusal', async () => {
    const to = await newRecipient(database);
    const mail = mailTo(to);
    smtpBehavior = { onRecipient: () => smtpError(451, 'Try later\u0000') };
    await expect(mailServices.mailer.sendOnce(mail)).rejects.toThrow('Try later');
    const failed = await rowOf(mail.key);
    expect(failed).toMatchObject({ sentAt: null, refusedAt: null, claimedUntil: null, attempts: 1 });
    expect(failed.lastError).toContain('451');
    smtpBehavior = {};
    await mailServices.mailer.sendOnce(mail);
    expect(mailbox.to(to.address).map(({ parsed }) => parsed.messageId)).toEqual([failed.messageId]);
    expect(await rowOf(mail.key)).toMatchObject({ attempts: 2, lastError: null });
  });

  it('gets no retry after it permanently refuses the recipient', async () => {
    const mail = mailTo(await newRecipient(database));
    let attempts = 0;
    smtpBehavior = {
      onRecipient: () => {
        attempts += 1;
        return smtpError(550, 'No such mailbox');
      },
    };
    await expect(mailServices.mailer.sendOnce(mail)).rejects.toBeInstanceOf(DeliveryRefused);
    await mailServices.mailer.sendOnce(mail);
    expect(attempts).toBe(1);
    expect(await rowOf(mail.key)).toMatchObject({ sentAt: null, attempts: 1 });
    expect((await rowOf(mail.key)).lastError).toContain('No such mailbox');
  });

  it.each([
    [451, 'temporarily'],
    [550, 'permanently'],
  ])('leaves no link in the error when it quotes one: %i', async (code) => {
    const mail = mailTo(await newRecipient(database), 'password-reset');
    smtpBehavior = { onRecipient: () => smtpError(code, `Listed: http://s.example/?token=${SAMPLE_TOKEN}`) };
    await expect(mailServices.mailer.sendOnce(mail)).rejects.toThrow(
      /Listed: http:\/\/s\.example\/\?token=•••$/,
    );
    expect((await rowOf(mail.key)).lastError).toMatch(/token=•••$/);
  });

  it('gets no retry after it permanently refuses the message', async () => {
    const mail = mailTo(await newRecipient(database));
    smtpBehavior = { onData: () => smtpError(554, 'Looks like spam') };
    await expect(mailServices.mailer.sendOnce(mail)).rejects.toBeInstanceOf(DeliveryRefused);
  });

  it('gets the other mails when it refuses one of several, and none twice', async () => {
    const [refused, accepted] = [await newRecipient(database), await newRecipient(database)];
    const mails = [mailTo(refused), mailTo(accepted)];
    smtpBehavior = { onRecipient: (address) => (address === refused.address ? smtpError(550) : undefined) };
    await expect(mailServices.mailer.sendEach(mails)).rejects.toBeInstanceOf(DeliveryRefused);
    await mailServices.mailer.sendEach(mails);
    expect(mailbox.to(accepted.address)).toHaveLength(1);
  });

  it('may be unreachable without any loss', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    const to = await newRecipient(database);
    const mail = mailTo(to);
    await expect(
      createMailServices(database, `smtp://127.0.0.1:${port}`).mailer.sendOnce(mail),
    ).rejects.toThrow('ECONNREFUSED');
    await mailServices.mailer.sendOnce(mail);
    expect(mailbox.to(to.address)).toHaveLength(1);
  });

  it.each([
    ['sends nothing', (): void => undefined],
    [
      'never ends its greeting',
      (socket: Socket): void => {
        const timer = setInterval(() => socket.write('220-and so on\r\n'), 50);
        socket.on('close', () => clearInterval(timer)).on('error', () => undefined);
      },
    ],
    [
      'sends nothing after its greeting',
      (socket: Socket): void => {
        socket.write('220 here\r\n');
      },
    ],
  ])('causes a timeout if it %s', async (_, respond) => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      respond(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const transport = new SmtpTransport(`smtp://127.0.0.1:${port}`, {
      connect: 500,
      silence: 500,
      mail: 900,
    });
    afterFile(async () => {
      transport.onApplicationShutdown();
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const mail = mailTo(await newRecipient(database));
    const started = Date.now();
    await expect(createMailServices(database, transport).mailer.sendOnce(mail)).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(3000);
    expect(await rowOf(mail.key)).toMatchObject({ sentAt: null, refusedAt: null, claimedUntil: null });
  });

  it('gets many mails over few connections', async () => {
    const before = mailbox.connections;
    const recipients = await Promise.all(Array.from({ length: 12 }, () => newRecipient(database)));
    await Promise.all(recipients.map((to) => mailServices.mailer.sendOnce(mailTo(to))));
    expect(mailbox.connections - before).toBeLessThanOrEqual(3);
    for (const { address } of recipients) expect(mailbox.to(address)).toHaveLength(1);
  });
});
