import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { SECOND_MS } from '../../platform/common/durations.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import { SIGN_IN_FAILURE_RETENTION_MS } from '../../platform/retention/retention-rules.js';
import { signInErrors } from '../users.errors.js';
import { countersOf, keyPrefixesOf, type Counter, type Guesser } from './attempt-counters.js';
import { delayAfter } from './sign-in-delay.js';

interface AttemptRow {
  readonly key: string;
  readonly failures: number;
  readonly blockedUntil: number;
  readonly lastAt: number;
}

/**
 * Slows down password guessing. Never locks an account permanently, and never delays its owner on a known device or in a
 * session because of what others do.
 */
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
   * @throws auth.too-many-attempts while one of the guesser's counters is blocked
   */
  async registerAttempt(guesser: Guesser): Promise<void> {
    if (!this.config.rateLimits) return;
    const now = this.clock.now();
    const counters = countersOf(guesser);
    const blockedUntil = await this.database.transaction(async (tx) => {
      const attempts = await lockAttempts(tx, counters, now);
      const until = Math.max(...attempts.map((attempt) => attempt.blockedUntil));
      if (until <= now) for (const counter of counters) await countFailure(tx, counter, attempts, now);
      return until;
    });
    if (blockedUntil > now) {
      const retryAfterSeconds = Math.ceil((blockedUntil - now) / SECOND_MS);
      throw signInErrors['too-many-attempts']({ retryAfterSeconds });
    }
  }

  /** Clears the guesser's own failures after a correct password, and takes this attempt off the shared counters. */
  async registerSuccess(tx: Transaction, guesser: Guesser): Promise<void> {
    if (!this.config.rateLimits) return;
    for (const { key, delay, isOwn } of countersOf(guesser)) {
      await tx.execute(
        isOwn
          ? sql`DELETE FROM sign_in_attempts WHERE key = ${key}`
          : sql`
            UPDATE sign_in_attempts
            SET failures = failures - 1,
                blocked_until = CASE WHEN failures - 1 <= ${delay.freeFailures} THEN 0 ELSE blocked_until END
            WHERE key = ${key} AND failures > 0`,
      );
    }
  }

  /** Clears all failures at an account, from wherever they came. */
  async clearFailures(tx: Transaction, usernameKey: string): Promise<void> {
    const conditions = keyPrefixesOf(usernameKey).map((prefix) => sql`key LIKE ${`${prefix}%`}`);
    await tx.execute(sql`DELETE FROM sign_in_attempts WHERE ${join(conditions, ' OR ')}`);
  }
}

async function lockAttempts(
  tx: Transaction,
  counters: readonly Counter[],
  now: number,
): Promise<AttemptRow[]> {
  await tx.execute(sql`
    INSERT INTO sign_in_attempts (key, failures, blocked_until, last_at)
    VALUES ${join(counters.map(({ key }) => sql`(${key}, 0, 0, ${now})`))}
    ON CONFLICT (key) DO NOTHING`);
  return tx.rows<AttemptRow>(sql`
    SELECT key, failures, blocked_until AS "blockedUntil", last_at AS "lastAt" FROM sign_in_attempts
    WHERE key IN (${join(counters.map(({ key }) => key))}) ORDER BY key ${tx.forUpdate}`);
}

async function countFailure(
  tx: Transaction,
  { key, delay }: Counter,
  attempts: readonly AttemptRow[],
  now: number,
): Promise<void> {
  const attempt = attempts.find((row) => row.key === key);
  const isExpired = attempt === undefined || attempt.lastAt < now - SIGN_IN_FAILURE_RETENTION_MS;
  const failures = isExpired ? 1 : attempt.failures + 1;
  await tx.execute(sql`
    UPDATE sign_in_attempts SET failures = ${failures}, blocked_until = ${now + delayAfter(failures, delay)}, last_at = ${now}
    WHERE key = ${key}`);
}
