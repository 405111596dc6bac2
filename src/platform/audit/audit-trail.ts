import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../common/clock.js';
import { newId } from '../common/id.js';
import { join, sql, type Transaction } from '../database/transaction.js';

/** An action and its subject. `before` and `after` must not contain secrets: no password, hash, or token. */
export interface AuditRecord {
  /** Module and a verb in the past tense: `users.suspended`. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string | null };
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Append-only log of staff actions and security events. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  /** Writes an entry in the transaction of the change it describes, so that neither exists without the other. */
  async record(tx: Transaction, actor: Actor, record: AuditRecord): Promise<void> {
    await this.recordAll(tx, actor, [record]);
  }

  /** Writes up to a few hundred entries in one statement, like {@link record} writes one. */
  async recordAll(tx: Transaction, actor: Actor, records: readonly AuditRecord[]): Promise<void> {
    const now = this.clock.now();
    const rows = records.map(
      ({ action, subject, before, after }) =>
        sql`(${newId()}, ${actor.id}, ${action}, ${subject.type}, ${subject.id}, ${json(before)}, ${json(after)},
             ${actor.requestId}, ${now})`,
    );
    await tx.execute(sql`
      INSERT INTO audit_entries (id, actor_id, action, subject_type, subject_id, before, after, request_id, at)
      VALUES ${join(rows)}`);
  }
}

function json(value: Readonly<Record<string, unknown>> | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
