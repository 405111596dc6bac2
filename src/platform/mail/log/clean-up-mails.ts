import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { join, sql, type Sql } from '../../database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../../retention/retention-tasks.js';
import { MailFolder } from '../delivery/mail-folder.js';

/** Far longer than an event is kept that was worked on, and so could be mailed again. */
const KEPT = 400 * 24 * 60 * 60_000;
const BATCH = 500;

/** Mails that have left or were refused long ago, with the messages that were kept of them. */
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

  /** The messages go first: without its row, nobody would know whose a message is. */
  async run(now: number): Promise<number> {
    let removed = 0;
    for (;;) {
      const ids = await this.batchOf(now);
      if (ids.length === 0) return removed;
      for (const id of ids) await this.folder.remove(id);
      removed += await this.database.write(sql`DELETE FROM mails WHERE id IN (${join(ids)})`);
    }
  }

  private async batchOf(now: number): Promise<string[]> {
    const rows = await this.database.read.rows<{ id: string }>(oldMails(now, BATCH));
    return rows.map(({ id }) => id);
  }
}

/** None that was sent before has been created since, so that its index finds them. */
export function oldMails(now: number, limit: number): Sql {
  const since = now - KEPT;
  return sql`
    SELECT id FROM mails WHERE created_at < ${since} AND (sent_at < ${since} OR refused_at < ${since})
    ORDER BY created_at, id LIMIT ${limit}`;
}
