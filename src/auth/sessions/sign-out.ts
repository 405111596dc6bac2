import { Injectable } from '@nestjs/common';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { isRefreshToken, refreshTokenHash } from './refresh-tokens.js';

/** Ends the session of a refresh token. An unknown token has the same outcome. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly signals: ChangeSignals,
  ) {}

  async run(token: string | undefined, { requestId }: RequestInfo): Promise<void> {
    if (!isRefreshToken(token)) return;
    const hash = refreshTokenHash(token);
    await this.database.transaction(async (tx) => {
      const session = await tx.row<{ id: string; userId: string }>(sql`
        SELECT sessions.id, sessions.user_id AS "userId"
        FROM refresh_tokens JOIN sessions ON sessions.id = refresh_tokens.session_id
        WHERE refresh_tokens.token_hash = ${hash}`);
      if (session === undefined) return;
      const ended = await tx.execute(
        sql`UPDATE sessions SET ended_at = ${this.clock.now()} WHERE id = ${session.id} AND ended_at IS NULL`,
      );
      if (ended === 0) return;
      this.signals.changed(tx, `user:${session.userId}`);
      await this.audit.record(
        tx,
        { id: session.userId, requestId },
        {
          action: 'auth.signed-out',
          subject: { type: 'user', id: session.userId },
          after: { sessionId: session.id },
        },
      );
    });
  }
}
