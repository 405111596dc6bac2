import { sql, type Sql } from '../../platform/database/transaction.js';

/** FROM and WHERE: the approved user of a session that is open at `now`. */
export function activeSessionSql(userId: string, sessionId: string, now: number): Sql {
  return sql`
    FROM users JOIN sessions ON sessions.user_id = users.id
    WHERE users.id = ${userId} AND users.status = 'approved'
      AND sessions.id = ${sessionId} AND sessions.ended_at IS NULL AND sessions.expires_at > ${now}`;
}
