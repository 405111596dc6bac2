import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SYSTEM_ACTOR } from '../../src/platform/access/actor.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import { newId } from '../../src/platform/common/id.js';
import { FolderTransport } from '../../src/platform/mail/delivery/folder-transport.js';
import { MailFolder } from '../../src/platform/mail/delivery/mail-folder.js';
import { sql } from '../../src/platform/database/transaction.js';
import { MailLogService } from '../../src/platform/mail/log/mail-log.service.js';
import { newestMail } from '../../src/platform/mail/log/newest-mail.js';
import { MAIL_KINDS, mailTo, newRecipient, SAMPLE_TOKEN, SAMPLES } from '../factories/mails.js';
import { createMailServices } from '../support/clients/mail-services.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createStoreLocation } from '../support/stores/engine.js';
import { TestClock } from '../support/stores/test-clock.js';

const ASHA = { userId: null, address: 'asha@example.com', name: 'आशा राव', locale: 'hi-IN' };

async function openFolder() {
  const location = await createStoreLocation();
  const database = await openTestDatabase(location);
  const config = testConfig({ DATA_DIR: location.dataDir });
  const folder = new MailFolder(config);
  const { mailer } = createMailServices(database, new FolderTransport(folder), config);
  return {
    ...location,
    path: join(location.dataDir, 'mail'),
    folder,
    mailer,
    database,
    log: new MailLogService(database, folder, new AuditTrail(new TestClock())),
  };
}

describe('FolderTransport', () => {
  it('writes each mail once to a file that only its owner can read', async () => {
    const { mailer, path } = await openFolder();
    for (const kind of MAIL_KINDS) {
      const mail = mailTo(ASHA, kind, kind);
      await Promise.allSettled([mailer.sendOnce(mail), mailer.sendOnce(mail)]);
      await mailer.sendOnce(mail);
    }
    const files = await readdir(path);
    expect(files).toHaveLength(MAIL_KINDS.length);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    for (const file of files) {
      expect(file).toMatch(/^[0-9a-f-]{36}\.eml$/);
      expect((await stat(join(path, file))).mode & 0o777).toBe(0o600);
    }
  });

  it('stores mails that admins read as mail clients do', async () => {
    const { mailer, dataDir, path, log } = await openFolder();
    const invoice = join(dataDir, 'invoice.pdf');
    await writeFile(invoice, '%PDF-1.7 invoice');
    await mailer.sendOnce({
      key: newId(),
      kind: 'order-confirmation',
      to: ASHA,
      data: SAMPLES['order-confirmation'],
      attachments: [{ filename: 'invoice-7K3M.pdf', path: invoice, contentType: 'application/pdf' }],
    });
    const { items } = await log.table({ page: 1, pageSize: 25 });
    const message = await log.message(SYSTEM_ACTOR, items[0]!.id);
    const parsed = await simpleParser(await readFile(join(path, `${message.id}.eml`)));
    expect(message.subject).toBe('Green Basket पर आपका ऑर्डर 7K3M-92QX-4F');
    expect([message.subject, message.html.trim()]).toEqual([
      parsed.subject,
      (parsed.html || '').replaceAll('\r\n', '\n').trim(),
    ]);
    expect(message.text.trim()).toBe(parsed.text?.trim());
    expect(message.headers.find(({ name }) => name === 'Subject')?.value).toBe(message.subject);
    expect(message.html).toContain('<h1');
    expect(message.text).toContain('किग्रा');
    expect(message.attachments).toEqual([
      { filename: 'invoice-7K3M.pdf', contentType: 'application/pdf', size: 16 },
    ]);
  });

  it.each(MAIL_KINDS)('shows admins no secret of a mail: kind %s', async (kind) => {
    const { mailer, database, log, folder } = await openFolder();
    const to = await newRecipient(database);
    await mailer.sendOnce(mailTo(to, kind));
    const { items } = await log.table({ page: 1, pageSize: 25 });
    const shown = await log.message(SYSTEM_ACTOR, items[0]!.id);
    // Tokens end with a SHA-256 in base64url, and no other text of a mail looks like one.
    const signature = /[\w-]{43}/;
    expect(JSON.stringify({ items, shown })).not.toMatch(signature);
    const inFolder = await newestMail(folder, to.address);
    const hasSecret =
      'token' in SAMPLES[kind] || shown.headers.some(({ name }) => name === 'List-Unsubscribe');
    expect([signature.test(inFolder?.text ?? ''), shown.hasMaskedSecrets]).toEqual([hasSecret, hasSecret]);
    if ('token' in SAMPLES[kind]) expect(inFolder?.text).toContain(SAMPLE_TOKEN);
  });

  it('leaves nothing of a token in the database', async () => {
    const { mailer, database } = await openFolder();
    for (const kind of ['password-reset', 'email-confirmation'] as const) {
      await mailer.sendOnce(mailTo(await newRecipient(database), kind));
    }
    const rows = await database.read.rows(sql`SELECT * FROM mails`);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(SAMPLE_TOKEN.split('.')[1]);
  });

  it('records who has read a mail', async () => {
    const { mailer, database, log } = await openFolder();
    const to = await newRecipient(database);
    await mailer.sendOnce(mailTo(to, 'password-reset'));
    const { items } = await log.table({ page: 1, pageSize: 25 });
    const { id } = items[0]!;
    const entries = () =>
      database.read.rows<{ actorId: string; after: string }>(sql`
        SELECT actor_id AS "actorId", after FROM audit_entries
        WHERE action = 'mail.read' AND subject_type = 'mail' AND subject_id = ${id}`);
    expect(await entries()).toEqual([]);
    await log.message({ id: to.userId, requestId: 'r1' }, id);
    const [entry, ...others] = await entries();
    expect(others).toEqual([]);
    expect(entry?.actorId).toBe(to.userId);
    expect(JSON.parse(entry?.after ?? '')).toEqual({ kind: 'password-reset', address: to.address });
  });

  it('finds the newest mail to an address, whatever other mails there are', async () => {
    const { mailer, database, folder } = await openFolder();
    expect(await newestMail(folder, 'unknown@example.com')).toBeUndefined();
    const [to, other] = [await newRecipient(database), await newRecipient(database)];
    for (const [recipient, kind] of [
      [to, 'account-approved'],
      [to, 'password-reset'],
      [other, 'low-stock'],
    ] as const) {
      await mailer.sendOnce(mailTo(recipient, kind));
    }
    expect(await newestMail(folder, to.address.toUpperCase())).toMatchObject({
      subject: 'Set a new password for Green Basket',
    });
  });

  it('leaves no partial file when writing fails, and writes the mail later', async () => {
    const { mailer, dataDir, path } = await openFolder();
    const missing = join(dataDir, 'no-such-invoice.pdf');
    const mail = {
      key: newId(),
      kind: 'order-confirmation',
      to: ASHA,
      data: SAMPLES['order-confirmation'],
      attachments: [{ filename: 'invoice.pdf', path: missing, contentType: 'application/pdf' }],
    } as const;
    await expect(mailer.sendOnce(mail)).rejects.toThrow('ENOENT');
    expect(await readdir(path)).toEqual([]);
    await writeFile(missing, '%PDF');
    await mailer.sendOnce(mail);
    expect(await readdir(path)).toHaveLength(1);
  });

  it('recreates a deleted folder', async () => {
    const { mailer, path } = await openFolder();
    const send = (): Promise<void> =>
      mailer.sendOnce({ key: newId(), kind: 'account-approved', to: ASHA, data: { username: 'asha' } });
    await send();
    await rm(path, { recursive: true });
    await send();
    expect(await readdir(path)).toHaveLength(1);
  });
});
