import { Injectable } from '@nestjs/common';
import { lockProducts } from '../../catalog/admin/lock-products.js';
import { ProductBatchWriter } from '../../catalog/admin/product-batch-writer.js';
import { ProductSearch } from '../../catalog/search/product-search.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import type { Lease } from '../../platform/background-tasks/task-leases.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Stock } from '../../stock/stock.js';
import { ImportProgress, type ImportFaults } from '../import-progress.js';
import type { Import } from '../import.entity.js';
import { productRows } from './product-csv.js';
import { SectionNames } from './product-lookup.js';
import { ProductPlan, type PlannedRow } from './product-plan.js';
import { ImportTally, type ValidatedFile } from './validate-products.js';

/** Somebody changed a product after the file had been validated, so that a row is no longer good. */
export class NoLongerValid extends Error {
  override readonly name = 'NoLongerValid';

  constructor(readonly faults: ImportFaults) {
    super('The products have changed since the file was validated.');
  }
}

/** Does what a file says that has been validated: all of it in one transaction, or nothing. */
@Injectable()
export class ApplyProducts {
  constructor(
    private readonly database: Database,
    private readonly products: ProductBatchWriter,
    private readonly search: ProductSearch,
    private readonly stock: Stock,
    private readonly audit: AuditTrail,
    private readonly progress: ImportProgress,
    private readonly clock: Clock,
  ) {}

  /**
   * Plans each row anew, on the products as they are now.
   *
   * @param told is told after each batch how many bytes have been read
   * @throws NoLongerValid; ImportStopped where it was cancelled before the end
   */
  async run(
    claim: Lease,
    file: Pick<Import, 'id' | 'ownerId' | 'fileName' | 'sha256'> & { readonly path: string },
    validated: ValidatedFile,
    told: (bytesRead: number) => Promise<void>,
  ): Promise<void> {
    const actor: Actor = { id: file.ownerId, requestId: null };
    await this.database.transaction(async (tx) => {
      await lockProducts(tx, validated.productIds);
      const plan = new ProductPlan(tx, await SectionNames.read(tx), this.clock.now());
      const words = new Set<string>();
      const tally = new ImportTally();
      for await (const batch of productRows(file.path, false)) {
        const { planned, errors } = await plan.take(batch.rows);
        tally.add(batch.count, planned, [...batch.errors, ...errors]);
        // Once one row is bad nothing will be kept: the rest is gone through for its errors alone.
        if (tally.faults.count === 0) await this.write(tx, actor, file.id, planned, words);
        await told(batch.bytesRead);
      }
      if (tally.faults.count > 0) throw new NoLongerValid(tally.faults);
      await this.search.learn(tx, [...words].sort());
      await this.audit.record(tx, actor, {
        action: 'catalog.products-imported',
        subject: { type: 'import', id: file.id },
        after: { fileName: file.fileName, sha256: file.sha256, ...tally.counts },
      });
      await this.progress.finish(tx, claim, tally.counts);
    });
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    importId: string,
    planned: readonly PlannedRow[],
    words: Set<string>,
  ): Promise<void> {
    const changed = planned.filter(({ isChanged }) => isChanged);
    for (const word of await this.products.write(tx, changed)) words.add(word);
    const arrivals = planned.flatMap(({ after: { id }, delivery }) =>
      delivery > 0 ? [{ productId: id, quantity: delivery }] : [],
    );
    await this.stock.receive(tx, actor, arrivals, `Import ${importId}`);
  }
}
