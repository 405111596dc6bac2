import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { isUniqueViolation } from '../database/database.errors.js';
import { sql, type Transaction } from '../database/transaction.js';
import type { Attempt } from './attempt.js';

interface StoredAnswer {
  readonly operation: string;
  readonly body_hash: string;
  readonly answer: string;
}

/**
 * Makes a repeated request happen once. The response is stored in the transaction of the effects, so that neither exists
 * without the other. Name and behavior follow the IETF draft "The Idempotency-Key HTTP Header Field".
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction with its key, or returns the response of an earlier attempt. What fails stores
   * nothing: the key can be used again.
   *
   * @throws the errors of the attempt: `underWay` if another transaction holds the key, `reused` if operation or content
   *   differ; any error of `work`
   */
  async run<Answer>(attempt: Attempt, work: () => Promise<Answer>): Promise<Answer> {
    return this.database.asOneTransaction(async (tx) => {
      const stored = await find(tx, attempt);
      if (stored !== undefined) return JSON.parse(stored.answer) as Answer;
      const answer = await work();
      await this.store(tx, attempt, answer);
      return answer;
    });
  }

  private async store(tx: Transaction, attempt: Attempt, answer: unknown): Promise<void> {
    const { userId, key, operation, bodyHash, errors } = attempt;
    try {
      await tx.execute(sql`
        INSERT INTO idempotency_keys (user_id, key, operation, body_hash, answer, created_at)
        VALUES (${userId}, ${key}, ${operation}, ${bodyHash}, ${JSON.stringify(answer ?? null)}, ${this.clock.now()})`);
    } catch (error) {
      const isDuplicate = isUniqueViolation(
        error,
        'idempotency_keys_pkey',
        'idempotency_keys.user_id, idempotency_keys.key',
      );
      throw isDuplicate ? errors.underWay() : error;
    }
  }
}

/** Locks the key, and returns what an earlier attempt has stored. */
async function find(tx: Transaction, attempt: Attempt): Promise<StoredAnswer | undefined> {
  const { userId, key, operation, bodyHash, errors } = attempt;
  if (!(await tx.tryLock(`idempotency ${userId} ${key}`))) throw errors.underWay();
  const row = await tx.row<StoredAnswer>(sql`
    SELECT operation, body_hash, answer FROM idempotency_keys WHERE user_id = ${userId} AND key = ${key}`);
  if (row !== undefined && (row.operation !== operation || row.body_hash !== bodyHash)) throw errors.reused();
  return row;
}
