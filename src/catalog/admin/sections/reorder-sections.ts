import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { sql, type Transaction } from '../../../platform/database/transaction.js';
import { CatalogCache } from '../../catalog-cache.js';
import { catalogErrors } from '../../catalog.errors.js';

interface PositionedSection {
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

/** Reorders all sections on behalf of an admin. */
@Injectable()
export class ReorderSections {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly cache: CatalogCache,
  ) {}

  /**
   * Gives the sections the positions 1, 2, 3 and so on. Their versions stay, so that a mere move does not make
   * concurrent edits and decisions on requests stale.
   *
   * @param ids IDs of all sections, each once
   * @throws catalog.sections-changed if they are not; nothing is changed then
   */
  async run(actor: Actor, ids: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await lockSections(tx);
      const present = new Map(before.map((section) => [section.id, section]));
      const ordered = ids.flatMap((id) => present.get(id) ?? []);
      if (ordered.length !== ids.length || ids.length !== present.size) {
        throw catalogErrors['sections-changed']();
      }

      const moved = ordered.flatMap(({ id, position }, i) => (position === i + 1 ? [] : [{ id, to: i + 1 }]));
      for (const { id, to } of moved)
        await tx.execute(sql`UPDATE sections SET position = ${to} WHERE id = ${id}`);
      const isReordered = before.some(({ id }, i) => id !== ids[i]);
      if (isReordered) {
        await this.audit.record(tx, actor, {
          action: 'catalog.sections-ordered',
          subject: { type: 'section', id: null },
          before: { order: before.map(({ name }) => name) },
          after: { order: ordered.map(({ name }) => name) },
        });
      }
      if (moved.length > 0) this.cache.invalidate(tx);
    });
  }
}

/** Locks all sections and returns them in order. Until the transaction ends, none is moved or deleted. */
async function lockSections(tx: Transaction): Promise<PositionedSection[]> {
  await tx.rows(sql`SELECT id FROM sections ORDER BY id ${tx.forUpdate}`);
  return tx.rows<PositionedSection>(sql`SELECT id, name, position FROM sections ORDER BY position, name_key`);
}
