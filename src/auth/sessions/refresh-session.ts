import { Injectable } from '@nestjs/common';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { userView } from '../../users/user-view.js';
import { User } from '../../users/user.entity.js';
import { authErrors } from '../auth.errors.js';
import { AccessTokens } from './access-tokens.js';
import { addRefreshToken, refreshTokenHash, SESSION_TTL_MS } from './refresh-tokens.js';
import type { SignedInResult } from './sign-in.js';

interface TokenSession {
  readonly sessionId: string;
  readonly userId: string;
}

/**
 * Exchanges a refresh token for an access token and a successor. A token that is sent twice has been stolen. Either
 * sender may be the thief, so the whole session ends.
 */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accessTokens: AccessTokens,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws auth.session-ended */
  async run(token: string | undefined, caller: RequestInfo): Promise<SignedInResult> {
    const hash = refreshTokenHash(token);
    if (hash === undefined) throw authErrors['session-ended']();
    const result = await this.database.transaction((tx) => this.rotate(tx, hash, caller));
    // Thrown after the transaction, so that the end of the session is committed.
    if (result === undefined) throw authErrors['session-ended']();
    return result;
  }

  private async rotate(
    tx: Transaction,
    hash: string,
    caller: RequestInfo,
  ): Promise<SignedInResult | undefined> {
    const now = this.clock.now();
    const session = await tx.row<TokenSession>(sql`
      SELECT sessions.id AS "sessionId", sessions.user_id AS "userId"
      FROM refresh_tokens JOIN sessions ON sessions.id = refresh_tokens.session_id
      WHERE refresh_tokens.token_hash = ${hash} AND sessions.ended_at IS NULL AND sessions.expires_at > ${now}`);
    if (session === undefined) return undefined;
    const used = await tx.execute(
      sql`UPDATE refresh_tokens SET used_at = ${now} WHERE token_hash = ${hash} AND used_at IS NULL`,
    );
    if (used === 0) return this.endFamily(tx, session, caller);
    const extended = await tx.execute(sql`
      UPDATE sessions SET last_used_at = ${now}, expires_at = ${now + SESSION_TTL_MS}, address = ${caller.address}
      WHERE id = ${session.sessionId} AND ended_at IS NULL`);
    const user = await tx.entities.findOneBy(User, { id: session.userId, status: 'approved' });
    if (extended === 0 || user === null) return undefined;
    const refreshToken = await addRefreshToken(tx, session.sessionId, now);
    const accessToken = this.accessTokens.issue(user.id, session.sessionId, user.tokenVersion);
    return { body: { ...accessToken, user: userView(user) }, refreshToken };
  }

  private async endFamily(
    tx: Transaction,
    { sessionId, userId }: TokenSession,
    { requestId }: RequestInfo,
  ): Promise<undefined> {
    const ended = await tx.execute(
      sql`UPDATE sessions SET ended_at = ${this.clock.now()} WHERE id = ${sessionId} AND ended_at IS NULL`,
    );
    if (ended === 0) return;
    await this.audit.record(
      tx,
      { id: null, requestId },
      {
        action: 'auth.refresh-token-reused',
        subject: { type: 'user', id: userId },
        after: { sessionId },
      },
    );
  }
}
