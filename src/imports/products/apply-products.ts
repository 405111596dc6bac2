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
import { ImportProgress, type ImportErrors } from '../import-progress.js';
import type { Import } from '../import.entity.js';
import { productRows } from './product-csv.js';
import { SectionNames } from './product-lookup.js';
import { ProductPlan, type PlannedRow } from './product-plan.js';
import { ImportTally, type ValidatedFile } from './validate-products.js';

/** Thrown when a product changed after the validation and a row is no longer valid. */
export class NoLongerValid extends Error {
  override readonly name = 'NoLongerValid';

  constructor(readonly faults: ImportErrors) {
    super('The products have changed since the file was validated.');
  }
}

/** Applies a validated file in one transaction: all rows or none. */
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
   * Plans each row again, on the current products.
   *
   * @param onProgress called after each batch with the number of bytes read
   * @throws NoLongerValid; ImportStopped if it was cancelled before the end
   */
  async run(
    lease: Lease,
    file: Pick<Import, 'id' | 'ownerId' | 'fileName' | 'sha256'> & { readonly path: string },
    validated: ValidatedFile,
    onProgress: (bytesRead: number) => Promise<void>,
  ): Promise<void> {
    const actor: Actor = { id: file.ownerId, requestId: null };
    await this.database.transaction(async (tx) => {
      await lockProducts(tx, validated.productIds);
      const plan = new ProductPlan(tx, await SectionNames.read(tx), this.clock.now());
      const tokens = new Set<string>();
      const tally = new ImportTally();
      for await (const batch of productRows(file.path, false)) {
        const { planned, errors } = await plan.take(batch.rows);
        tally.add(batch.count, planned, [...batch.errors, ...errors]);
        // After the first invalid row nothing will be committed: the rest is read only for its errors.
        if (tally.faults.count === 0) await this.write(tx, actor, file.id, planned, tokens);
        await onProgress(batch.bytesRead);
      }
      if (tally.faults.count > 0) throw new NoLongerValid(tally.faults);
      await this.search.addVocabulary(tx, [...tokens].sort());
      await this.audit.record(tx, actor, {
        action: 'catalog.products-imported',
        subject: { type: 'import', id: file.id },
        after: { fileName: file.fileName, sha256: file.sha256, ...tally.counts },
      });
      await this.progress.finish(tx, lease, tally.counts);
    });
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    importId: string,
    planned: readonly PlannedRow[],
    tokens: Set<string>,
  ): Promise<void> {
    const changed = planned.filter(({ isChanged }) => isChanged);
    for (const token of await this.products.write(tx, changed)) tokens.add(token);
    const arrivals = planned.flatMap(({ after: { id }, delivery }) =>
      delivery > 0 ? [{ productId: id, quantity: delivery }] : [],
    );
    await this.stock.receive(tx, actor, arrivals, `Import ${importId}`);
  }
}
