import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { isUniqueViolation } from '../../platform/database/database.errors.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { IdempotencyKeyMissing, IdempotencyKeyReused, RequestInProgress } from '../orders.errors.js';

/** One attempt of a client to do something once. */
export interface Attempt {
  readonly userId: string;
  readonly key: string;
  /** See {@link hashOf}. */
  readonly bodyHash: string;
}

/**
 * The key as a client sent it.
 *
 * @throws IdempotencyKeyMissing where there is none of 1 to 255 printable ASCII characters
 */
export function idempotencyKeyOf(header: unknown): string {
  if (typeof header !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(header)) throw new IdempotencyKeyMissing();
  return header;
}

/** The same for two bodies that say the same, in whatever order their fields come. */
export function hashOf(body: unknown): string {
  return createHash('sha256').update(canonical(body)).digest('hex');
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

/**
 * Remembers what was answered under an Idempotency-Key, in the transaction of what was done: neither is there without
 * the other. Named and behaving as in the IETF's draft "The Idempotency-Key HTTP Header Field".
 */
@Injectable()
export class Idempotency {
  constructor(private readonly clock: Clock) {}

  /**
   * The answer that this attempt got before, or undefined where it is the first.
   *
   * @throws RequestInProgress where another transaction is at it; IdempotencyKeyReused where the body was another
   */
  async answerOf<Answer>(tx: Transaction, attempt: Attempt): Promise<Answer | undefined> {
    if (!(await tx.tryLock(`idempotency ${attempt.userId} ${attempt.key}`))) throw new RequestInProgress();
    const row = await tx.row<{ body_hash: string; answer: string }>(sql`
      SELECT body_hash, answer FROM idempotency_keys WHERE user_id = ${attempt.userId} AND key = ${attempt.key}`);
    if (row === undefined) return undefined;
    if (row.body_hash !== attempt.bodyHash) throw new IdempotencyKeyReused();
    return JSON.parse(row.answer) as Answer;
  }

  /** Remembers the answer. */
  async remember(tx: Transaction, { userId, key, bodyHash }: Attempt, answer: unknown): Promise<void> {
    try {
      await tx.execute(sql`
        INSERT INTO idempotency_keys (user_id, key, body_hash, answer, created_at)
        VALUES (${userId}, ${key}, ${bodyHash}, ${JSON.stringify(answer)}, ${this.clock.now()})`);
    } catch (error) {
      const isSecond = isUniqueViolation(
        error,
        'idempotency_keys_pkey',
        'idempotency_keys.user_id, idempotency_keys.key',
      );
      throw isSecond ? new RequestInProgress() : error;
    }
  }
}
