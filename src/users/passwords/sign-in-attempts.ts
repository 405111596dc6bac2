import { Injectable } from '@nestjs/common';
import { normalizeIp } from '@nestjs/throttler';
import { createHash } from 'node:crypto';
import { Clock } from '../../platform/common/clock.js';
import { SECOND_MS } from '../../platform/common/durations.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { SIGN_IN_FAILURE_RETENTION_MS } from '../../platform/retention/retention-rules.js';
import { signInErrors } from '../users.errors.js';
import { delayAfter, FREE_FAILURES } from './sign-in-delay.js';

interface AttemptRow {
  readonly key: string;
  readonly failures: number;
  readonly blockedUntil: number;
  readonly lastAt: number;
}

/** Slows down password guessing, per account and per address. Never locks an account permanently. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt as failed before the password is checked, so that each of many concurrent attempts counts.
   *
   * @param usernameKey key of the account, or of the submitted name if there is no account
   * @throws auth.too-many-attempts while the account or the address is blocked
   */
  async registerAttempt(usernameKey: string, address: string): Promise<void> {
    if (!this.config.rateLimits) return;
    const now = this.clock.now();
    const keys = [accountKey(usernameKey), addressKey(address)];
    const blockedUntil = await this.database.transaction(async (tx) => {
      const attempts = await lockAttempts(tx, keys, now);
      const until = Math.max(...attempts.map((attempt) => attempt.blockedUntil));
      if (until <= now) for (const attempt of attempts) await countFailure(tx, attempt, now);
      return until;
    });
    if (blockedUntil > now) {
      const retryAfterSeconds = Math.ceil((blockedUntil - now) / SECOND_MS);
      throw signInErrors['too-many-attempts']({ retryAfterSeconds });
    }
  }

  /** Clears the account's failures after a correct password, and takes one off the address's failures. */
  async registerSuccess(tx: Transaction, usernameKey: string, address: string): Promise<void> {
    if (!this.config.rateLimits) return;
    await this.clearFailures(tx, usernameKey);
    await tx.execute(sql`
      UPDATE sign_in_attempts
      SET failures = failures - 1,
          blocked_until = CASE WHEN failures - 1 <= ${FREE_FAILURES.address} THEN 0 ELSE blocked_until END
      WHERE key = ${addressKey(address)} AND failures > 0`);
  }

  /** Clears an account's failures. */
  async clearFailures(tx: Transaction, usernameKey: string): Promise<void> {
    await tx.execute(sql`DELETE FROM sign_in_attempts WHERE key = ${accountKey(usernameKey)}`);
  }
}

/** Sorts before the key of an address: all transactions lock in this order. */
function accountKey(usernameKey: string): string {
  return `account:${createHash('sha256').update(usernameKey).digest('hex')}`;
}

/** Counts a /64 of IPv6 as one address, because its holder can use all of it. */
function addressKey(address: string): string {
  return `address:${normalizeIp(address)}`;
}

async function lockAttempts(
  tx: Transaction,
  [account, address]: string[],
  now: number,
): Promise<AttemptRow[]> {
  await tx.execute(sql`
    INSERT INTO sign_in_attempts (key, failures, blocked_until, last_at)
    VALUES (${account}, 0, 0, ${now}), (${address}, 0, 0, ${now})
    ON CONFLICT (key) DO NOTHING`);
  return tx.rows<AttemptRow>(sql`
    SELECT key, failures, blocked_until AS "blockedUntil", last_at AS "lastAt" FROM sign_in_attempts
    WHERE key IN (${account}, ${address}) ORDER BY key ${tx.forUpdate}`);
}

async function countFailure(tx: Transaction, attempt: AttemptRow, now: number): Promise<void> {
  const isExpired = attempt.lastAt < now - SIGN_IN_FAILURE_RETENTION_MS;
  const failures = isExpired ? 1 : attempt.failures + 1;
  const freeFailures = attempt.key.startsWith('account:') ? FREE_FAILURES.account : FREE_FAILURES.address;
  await tx.execute(sql`
    UPDATE sign_in_attempts SET failures = ${failures}, blocked_until = ${now + delayAfter(failures, freeFailures)}, last_at = ${now}
    WHERE key = ${attempt.key}`);
}
