import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { isId } from '../../platform/common/id.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import { Database } from '../../platform/database/database.js';
import { empty, sql, type Transaction } from '../../platform/database/transaction.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { SecurityNotices } from '../security/security-notices.js';
import { userErrors } from '../users.errors.js';
import { MAX_SESSIONS_LISTED, type SessionList, type SessionView } from './sessions.dto.js';

interface SessionRow {
  readonly id: string;
  readonly userAgent: string;
  readonly address: string;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  readonly expiresAt: number;
}

/** Lists and ends sessions: a user's own, and any user's for admins. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notices: SecurityNotices,
    private readonly audit: AuditTrail,
    private readonly signals: ChangeSignals,
  ) {}

  /** Returns a user's open sessions, most recently used first. */
  async list(userId: string, { sessionId }: AuthenticatedUser): Promise<SessionList> {
    const rows = await this.database.read.rows<SessionRow>(sql`
      SELECT id, user_agent AS "userAgent", address, created_at AS "createdAt", last_used_at AS "lastUsedAt",
             expires_at AS "expiresAt"
      FROM sessions
      WHERE user_id = ${userId} AND ended_at IS NULL AND expires_at > ${this.clock.now()}
      ORDER BY last_used_at DESC, id DESC
      LIMIT ${MAX_SESSIONS_LISTED}`);
    return { items: rows.map((row) => sessionView(row, sessionId)) };
  }

  /**
   * Ends one of the user's own sessions.
   *
   * @throws users.session-not-found also if it is another user's or has already ended
   */
  async end(user: AuthenticatedUser, sessionId: string): Promise<void> {
    if (!isId(sessionId)) throw userErrors['session-not-found']();
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const ended = await tx.execute(sql`
        UPDATE sessions SET ended_at = ${now}
        WHERE id = ${sessionId} AND user_id = ${user.id} AND ended_at IS NULL AND expires_at > ${now}`);
      if (ended === 0) throw userErrors['session-not-found']();
      await this.audit.record(tx, user, {
        action: 'users.session-revoked',
        subject: { type: 'session', id: sessionId },
      });
      this.signals.changed(tx, `user:${user.id}`);
    });
  }

  /** Ends a user's sessions, except the one that sends the request. Admins may end any user's. */
  async endOthers(actor: AuthenticatedUser, userId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const count = await endSessions(tx, userId, this.clock.now(), actor.sessionId);
      if (count > 0 && userId !== actor.id) await this.notices.add(tx, userId, { change: 'sessions-ended' });
      await this.audit.record(tx, actor, {
        action: 'users.sessions-revoked',
        subject: { type: 'user', id: userId },
        after: { count },
      });
      this.signals.changed(tx, `user:${userId}`);
    });
  }
}

/** Ends all sessions of a user, except one if specified. Returns the number of sessions ended. */
export async function endSessions(
  tx: Transaction,
  userId: string,
  now: number,
  except?: string,
): Promise<number> {
  const others = except === undefined ? empty : sql`AND id <> ${except}`;
  return tx.execute(
    sql`UPDATE sessions SET ended_at = ${now} WHERE user_id = ${userId} AND ended_at IS NULL ${others}`,
  );
}

function sessionView(row: SessionRow, currentId: string): SessionView {
  return {
    id: row.id,
    userAgent: row.userAgent,
    address: row.address,
    createdAt: toIsoString(row.createdAt),
    lastUsedAt: toIsoString(row.lastUsedAt),
    expiresAt: toIsoString(row.expiresAt),
    current: row.id === currentId,
  };
}
