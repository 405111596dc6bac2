import { Injectable } from '@nestjs/common';
import { DAY_MS } from '../../common/durations.js';
import { Database } from '../../database/database.js';
import { join, sql, type Sql } from '../../database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../../retention/retention-tasks.js';
import { MailFolder } from '../delivery/mail-folder.js';

/** Far longer than processed events are retained, which could cause the mail again. */
const MAIL_RETENTION_MS = 400 * DAY_MS;
const DELETE_BATCH_SIZE = 500;

/** Deletes mails that were sent, refused or held back long ago, with their stored messages. */
@Injectable()
export class CleanUpMails implements RetentionTask {
  readonly name = 'mail.mails';

  constructor(
    private readonly database: Database,
    private readonly folder: MailFolder,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  /** Deletes each message before its row: a message without a row could not be attributed. */
  async run(now: number): Promise<number> {
    let removed = 0;
    for (;;) {
      const ids = await this.nextBatch(now);
      if (ids.length === 0) return removed;
      for (const id of ids) await this.folder.remove(id);
      removed += await this.database.write(sql`DELETE FROM mails WHERE id IN (${join(ids)})`);
    }
  }

  private async nextBatch(now: number): Promise<string[]> {
    const rows = await this.database.read.rows<{ id: string }>(expiredMails(now, DELETE_BATCH_SIZE));
    return rows.map(({ id }) => id);
  }
}

/** Selects expired mails. No mail is sent before its creation, so `created_at` narrows them down by index. */
export function expiredMails(now: number, limit: number): Sql {
  const cutoff = now - MAIL_RETENTION_MS;
  return sql`
    SELECT id FROM mails WHERE created_at < ${cutoff} AND (sent_at < ${cutoff} OR refused_at < ${cutoff} OR held_at < ${cutoff})
    ORDER BY created_at, id LIMIT ${limit}`;
}
