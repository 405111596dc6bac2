import { Injectable } from '@nestjs/common';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { DAY_MS } from '../../platform/common/durations.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { userView } from '../../users/user-view.js';
import { User } from '../../users/user.entity.js';
import { authErrors } from '../auth.errors.js';
import { AccessTokens } from './access-tokens.js';
import {
  addRefreshToken,
  isRefreshToken,
  REFRESH_LEEWAY_MS,
  refreshTokenHash,
  sessionExpiry,
  successorOf,
  type IssuedToken,
} from './refresh-tokens.js';
import type { SignedInResult } from './sign-in.js';

interface OpenSession {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: number;
}

/**
 * Exchanges a refresh token for an access token and a successor. A spent token gives the same successor again for a short
 * time, because a response may be lost. After that it has been stolen: either sender may be the thief, so the
 * session ends.
 */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accessTokens: AccessTokens,
    private readonly audit: AuditTrail,
    private readonly signals: ChangeSignals,
  ) {}

  /** @throws auth.session-ended */
  async run(token: string | undefined, caller: RequestInfo): Promise<SignedInResult> {
    if (!isRefreshToken(token)) throw authErrors['session-ended']();
    const result = await this.database.transaction((tx) => this.exchange(tx, token, caller));
    // Thrown after the transaction, so that the end of the session is committed.
    if (result === undefined) throw authErrors['session-ended']();
    return result;
  }

  private async exchange(
    tx: Transaction,
    token: string,
    caller: RequestInfo,
  ): Promise<SignedInResult | undefined> {
    const now = this.clock.now();
    const session = await this.lockOpenSession(tx, token, now);
    if (session === undefined) return undefined;
    const spentAt = await spend(tx, token, now);
    if (spentAt < now - REFRESH_LEEWAY_MS) return this.endFamily(tx, session, caller);
    const user = await tx.entities.findOneBy(User, { id: session.userId, status: 'approved' });
    if (user === null) return undefined;
    const refreshToken = await this.renew(tx, session, token, caller.address);
    const accessToken = this.accessTokens.issue(user.id, session.id, user.tokenVersion);
    return { body: { ...accessToken, user: userView(user) }, refreshToken };
  }

  private get lifetimeMs(): number {
    return this.config.sessionLifetimeDays * DAY_MS;
  }

  /** Locks the session of a token until the transaction ends, so that refreshes of a session run one after the other. */
  private lockOpenSession(tx: Transaction, token: string, now: number): Promise<OpenSession | undefined> {
    return tx.row<OpenSession>(sql`
      SELECT id, user_id AS "userId", created_at AS "createdAt" FROM sessions
      WHERE id = (SELECT session_id FROM refresh_tokens WHERE token_hash = ${refreshTokenHash(token)})
        AND ended_at IS NULL AND expires_at > ${now} AND created_at > ${now - this.lifetimeMs}
      ${tx.forUpdate}`);
  }

  /** Extends a session that is in use, and returns the latest token of its chain. */
  private async renew(
    tx: Transaction,
    { id, createdAt }: OpenSession,
    token: string,
    address: string,
  ): Promise<IssuedToken> {
    const now = this.clock.now();
    const expiresAt = sessionExpiry(createdAt, now, this.lifetimeMs);
    await tx.execute(sql`
      UPDATE sessions SET last_used_at = ${now}, expires_at = ${expiresAt}, address = ${address} WHERE id = ${id}`);
    return { token: await this.latestSuccessor(tx, id, token, now), lifetimeMs: expiresAt - now };
  }

  /**
   * Returns the successor of a spent token. If that has been spent as well, by another tab in the meantime, its own
   * successor follows, and so on: an older one would replace the latest in the browser, and end the session later.
   */
  private async latestSuccessor(
    tx: Transaction,
    sessionId: string,
    spent: string,
    now: number,
  ): Promise<string> {
    for (let token = spent; ;) {
      token = successorOf(token, this.config.jwtSecret);
      const stored = await tokenRow(tx, token);
      if (stored === undefined) await addRefreshToken(tx, sessionId, token, now);
      if (stored === undefined || stored.usedAt === null) return token;
    }
  }

  private async endFamily(
    tx: Transaction,
    { id, userId }: OpenSession,
    { requestId }: RequestInfo,
  ): Promise<undefined> {
    await tx.execute(sql`UPDATE sessions SET ended_at = ${this.clock.now()} WHERE id = ${id}`);
    this.signals.changed(tx, `user:${userId}`);
    await this.audit.record(
      tx,
      { id: null, requestId },
      {
        action: 'auth.refresh-token-reused',
        subject: { type: 'user', id: userId },
        after: { sessionId: id },
      },
    );
  }
}

/** Marks a token as spent. Returns when it was first used. The caller has locked its session. */
async function spend(tx: Transaction, token: string, now: number): Promise<number> {
  const spentAt = (await tokenRow(tx, token))?.usedAt;
  if (typeof spentAt === 'number') return spentAt;
  await tx.execute(
    sql`UPDATE refresh_tokens SET used_at = ${now} WHERE token_hash = ${refreshTokenHash(token)}`,
  );
  return now;
}

function tokenRow(tx: Transaction, token: string): Promise<{ usedAt: number | null } | undefined> {
  return tx.row(
    sql`SELECT used_at AS "usedAt" FROM refresh_tokens WHERE token_hash = ${refreshTokenHash(token)}`,
  );
}
