import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { isId } from '../../common/id.js';
import { toIsoString } from '../../common/iso-time.js';
import { Database } from '../../database/database.js';
import { contains } from '../../database/like-pattern.js';
import { join, sql, type Sql } from '../../database/transaction.js';
import { MailFolder } from '../delivery/mail-folder.js';
import { mailErrors } from '../mail.errors.js';
import { maskSecrets } from '../masked-secrets.js';
import { parseMessage } from './eml-parser.js';
import type { MailMessageView, MailTable, MailTableQuery, MailView } from './mail.dto.js';

interface Row extends Omit<MailView, 'createdAt' | 'sentAt' | 'refusedAt' | 'heldAt'> {
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly refusedAt: number | null;
  readonly heldAt: number | null;
}

const COLUMNS = sql`
  id, kind, user_id AS "userId", address, subject, created_at AS "createdAt", sent_at AS "sentAt",
  refused_at AS "refusedAt", held_at AS "heldAt", held_reason AS "heldReason", attempts, last_error AS "lastError"`;

/**
 * Reads the mail log, and the content of mails if they are stored in a folder. Secrets are masked for every reader: a mail
 * about a password is for its recipient only.
 */
@Injectable()
export class MailLogService {
  constructor(
    private readonly database: Database,
    private readonly folder: MailFolder,
    private readonly audit: AuditTrail,
  ) {}

  /** Returns a page of the mails that match the query, newest first. */
  async table(query: MailTableQuery): Promise<MailTable> {
    const { page, pageSize } = query;
    const where = filterOf(query);
    const [rows, counted] = await Promise.all([
      this.database.read.rows<Row>(sql`
        SELECT ${COLUMNS} FROM mails WHERE ${where} ORDER BY created_at DESC, id DESC
        LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(sql`SELECT count(*) AS total FROM mails WHERE ${where}`),
    ]);
    return { items: rows.map(viewOf), total: counted?.total ?? 0, page, pageSize };
  }

  /**
   * Returns a mail with its content, and records who has read it.
   *
   * @throws mail.not-found, mail.not-kept
   */
  async message(reader: Actor, id: string): Promise<MailMessageView> {
    const row = isId(id)
      ? await this.database.read.row<Row>(sql`SELECT ${COLUMNS} FROM mails WHERE id = ${id}`)
      : undefined;
    if (row === undefined) throw mailErrors['not-found']();
    if (row.heldAt !== null)
      return { ...viewOf(row), hasMaskedSecrets: false, headers: [], html: '', text: '', attachments: [] };
    const source = await this.folder.read(id);
    if (source === undefined) throw mailErrors['not-kept']();
    const { headers, html, text, attachments } = await parseMessage(source);
    await this.database.transaction((tx) =>
      this.audit.record(tx, reader, {
        action: 'mail.read',
        subject: { type: 'mail', id },
        after: { kind: row.kind, address: row.address },
      }),
    );
    const content = { html: maskSecrets(html), text: maskSecrets(text) };
    return {
      ...viewOf(row),
      ...content,
      headers: headers.map(({ name, value }) => ({ name, value: maskSecrets(value) })),
      attachments,
      hasMaskedSecrets: content.html !== html || content.text !== text,
    };
  }
}

function filterOf({ kind, q }: MailTableQuery): Sql {
  const conditions = [sql`1 = 1`];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (q !== undefined && q.trim() !== '') {
    conditions.push(contains(sql`LOWER(address)`, q.trim().toLowerCase()));
  }
  return join(conditions, ' AND ');
}

function viewOf(row: Row): MailView {
  return {
    ...row,
    lastError: row.lastError === null ? null : maskSecrets(row.lastError),
    createdAt: toIsoString(row.createdAt),
    sentAt: toIsoString(row.sentAt),
    refusedAt: toIsoString(row.refusedAt),
    heldAt: toIsoString(row.heldAt),
  };
}
