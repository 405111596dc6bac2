import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { CatalogCache } from '../catalog-cache.js';
import { SectionsChanged } from '../catalog.errors.js';

interface Placed {
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

/** An admin puts all sections into an order. */
@Injectable()
export class ReorderSections {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly cache: CatalogCache,
  ) {}

  /**
   * Gives the sections the places 1, 2, 3 and so on. Their versions stay: whoever edits a name, or decides a request for
   * one, has not overlooked anything when a section has only been moved.
   *
   * @param ids of all sections there are, each once
   * @throws SectionsChanged where they are not; nothing has happened, then
   */
  async run(actor: Actor, ids: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await lockedSections(tx);
      const present = new Map(before.map((section) => [section.id, section]));
      const ordered = ids.flatMap((id) => present.get(id) ?? []);
      if (ordered.length !== ids.length || ids.length !== present.size) throw new SectionsChanged();

      const moved = ordered.flatMap(({ id, position }, i) => (position === i + 1 ? [] : [{ id, to: i + 1 }]));
      for (const { id, to } of moved)
        await tx.execute(sql`UPDATE sections SET position = ${to} WHERE id = ${id}`);
      const isOtherOrder = before.some(({ id }, i) => id !== ids[i]);
      if (isOtherOrder) {
        await this.audit.record(tx, actor, {
          action: 'catalog.sections-ordered',
          subject: { type: 'section', id: null },
          before: { order: before.map(({ name }) => name) },
          after: { order: ordered.map(({ name }) => name) },
        });
      }
      if (moved.length > 0) this.cache.changed(tx);
    });
  }
}

/** All sections in their order. No other order is given to them, and none is deleted, until the transaction is over. */
async function lockedSections(tx: Transaction): Promise<Placed[]> {
  await tx.rows(sql`SELECT id FROM sections ORDER BY id ${tx.forUpdate}`);
  return tx.rows<Placed>(sql`SELECT id, name, position FROM sections ORDER BY position, name_key`);
}
