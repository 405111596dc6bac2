import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { deleteInBatches, type Deletion } from '../../platform/database/delete-in-batches.js';
import { sql } from '../../platform/database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../../platform/retention/retention-tasks.js';

/**
 * Sessions that have expired, with their refresh tokens. A used token stays as long as its session: if it comes again, it
 * has been stolen. A session that was ended expires as well, within a month.
 */
@Injectable()
export class CleanUpSessions implements RetentionTask {
  readonly name = 'auth.sessions';

  constructor(
    private readonly database: Database,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  /** The tokens go first: a session may have thousands, which would all go with it in one statement. */
  async run(now: number): Promise<number> {
    await deleteInBatches(this.database, tokensOfExpiredSessions(now));
    return deleteInBatches(this.database, expiredSessions(now));
  }
}

export function tokensOfExpiredSessions(now: number): Deletion {
  const where = sql`session_id IN (SELECT id FROM sessions WHERE expires_at <= ${now})`;
  return { table: 'refresh_tokens', key: 'token_hash', where };
}

export function expiredSessions(now: number): Deletion {
  const where = sql`expires_at <= ${now}
    AND NOT EXISTS (SELECT 1 FROM refresh_tokens WHERE refresh_tokens.session_id = sessions.id)`;
  return { table: 'sessions', key: 'id', where };
}
