import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { isUniqueViolation } from '../../platform/database/database.errors.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { orderErrors } from '../orders.errors.js';

/** A client's attempt at an operation that must happen once. */
export interface Attempt {
  readonly userId: string;
  readonly key: string;
  /** See {@link hashOf}. */
  readonly bodyHash: string;
}

/**
 * Returns the key that a client sent.
 *
 * @throws orders.idempotency-key-missing unless it has 1 to 255 printable ASCII characters
 */
export function idempotencyKeyOf(header: unknown): string {
  if (typeof header !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(header)) {
    throw orderErrors['idempotency-key-missing']();
  }
  return header;
}

/** Returns the same hash for equal bodies, regardless of the order of their fields. */
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
 * Stores the response for an Idempotency-Key in the transaction of the operation, so that neither exists without the
 * other. Name and behavior follow the IETF draft "The Idempotency-Key HTTP Header Field".
 */
@Injectable()
export class Idempotency {
  constructor(private readonly clock: Clock) {}

  /**
   * Returns the response of an earlier attempt, or undefined if this is the first.
   *
   * @throws orders.still-under-way if another transaction holds the key; orders.idempotency-key-reused if the body
   *   differs
   */
  async responseOf<Answer>(tx: Transaction, attempt: Attempt): Promise<Answer | undefined> {
    if (!(await tx.tryLock(`idempotency ${attempt.userId} ${attempt.key}`))) {
      throw orderErrors['still-under-way']();
    }
    const row = await tx.row<{ body_hash: string; answer: string }>(sql`
      SELECT body_hash, answer FROM idempotency_keys WHERE user_id = ${attempt.userId} AND key = ${attempt.key}`);
    if (row === undefined) return undefined;
    if (row.body_hash !== attempt.bodyHash) throw orderErrors['idempotency-key-reused']();
    return JSON.parse(row.answer) as Answer;
  }

  /** Stores the response for retries. @throws orders.still-under-way if another transaction stored one first */
  async storeResponse(tx: Transaction, { userId, key, bodyHash }: Attempt, answer: unknown): Promise<void> {
    try {
      await tx.execute(sql`
        INSERT INTO idempotency_keys (user_id, key, body_hash, answer, created_at)
        VALUES (${userId}, ${key}, ${bodyHash}, ${JSON.stringify(answer)}, ${this.clock.now()})`);
    } catch (error) {
      const isDuplicate = isUniqueViolation(
        error,
        'idempotency_keys_pkey',
        'idempotency_keys.user_id, idempotency_keys.key',
      );
      throw isDuplicate ? orderErrors['still-under-way']() : error;
    }
  }
}
