import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { empty, sql } from '../platform/database/transaction.js';
import { CatalogCache } from './catalog-cache.js';
import { CARD_VERSION, ProductJson } from './product-json.js';

const BATCH_SIZE = 500;

/**
 * Writes the cached JSON of products again after an update of the program. A migration cannot do it: it would call code of a
 * later version.
 */
@Injectable()
export class ProductCards implements BeforeApplicationShutdown {
  private isStopped = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly cache: CatalogCache,
    private readonly cards: ProductJson,
    private readonly database: Database,
  ) {}

  /**
   * Rewrites all products whose JSON has another form, a few hundred per transaction. Lists work meanwhile: their items lack the
   * new fields. Several processes can run it at once. After a crash, the next start continues.
   *
   * @returns the number of products
   */
  rewriteOutdated(): Promise<number> {
    const run = this.rewriteAll();
    this.running = run.catch(() => undefined);
    return run;
  }

  /** Ends after the present batch, while the database is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private async rewriteAll(): Promise<number> {
    let last = '';
    let rewritten = 0;
    while (!this.isStopped) {
      const ids = await this.rewriteBatch(last);
      if (ids.length === 0) break;
      last = ids.at(-1) ?? '';
      rewritten += ids.length;
    }
    return rewritten;
  }

  private rewriteBatch(after: string): Promise<string[]> {
    return this.database.transaction(async (tx) => {
      const beyond = after === '' ? empty : sql`AND id > ${after}`;
      const rows = await tx.rows<{ id: string }>(sql`
        SELECT id FROM products WHERE card_version <> ${CARD_VERSION} AND deleted_at IS NULL ${beyond}
        ORDER BY id LIMIT ${BATCH_SIZE} ${tx.forUpdate}`);
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) this.cache.invalidate(tx);
      await this.cards.rewriteAll(tx, ids);
      return ids;
    });
  }
}
