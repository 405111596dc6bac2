import { Injectable } from '@nestjs/common';
import { lockSectionsAndProducts } from '../../catalog/admin/catalog-locks.js';
import { ProductBatchWriter } from '../../catalog/admin/product-batch-writer.js';
import { replaceBarcodes } from '../../catalog/codes/product-codes.js';
import { IndexedTokens, ProductIndex } from '../../catalog/search/product-index.js';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Stock } from '../../stock/stock.js';
import type { Import } from '../import.entity.js';
import { NoLongerValid, type ImportCounts, type OnProgress } from '../kinds/importer.js';
import type { RowBatch } from '../rows/file-rows.js';
import { ImportFormats } from '../rows/import-formats.js';
import { SectionNames } from './product-lookup.js';
import { ProductPlan, type PlannedRow } from './product-plan.js';
import type { ProductRow } from './product-row.js';
import { ProductTally } from './product-tally.js';
import { TaxClassNames } from './tax-class-names.js';

/** The rows of a file that was checked, and the IDs of the existing products in it. */
interface CheckedProducts {
  readonly rows: AsyncIterable<RowBatch<ProductRow>>;
  readonly productIds: readonly string[];
}

/** Applies all rows of a validated file. */
@Injectable()
export class ApplyProducts {
  constructor(
    private readonly products: ProductBatchWriter,
    private readonly searchIndex: ProductIndex,
    private readonly stock: Stock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly formats: ImportFormats,
    private readonly clock: Clock,
  ) {}

  /**
   * Plans each row again, on the current products.
   *
   * @returns the changes
   * @throws NoLongerValid, so that the transaction rolls back
   */
  async run(
    tx: Transaction,
    file: Pick<Import, 'id' | 'ownerId' | 'fileName' | 'sha256' | 'confirmedRateChanges'>,
    checked: CheckedProducts,
    onProgress: OnProgress,
  ): Promise<ImportCounts> {
    const actor: Actor = { id: file.ownerId, requestId: null };
    await lockSectionsAndProducts(tx, checked.productIds);
    const names = { sections: await SectionNames.read(tx), taxClasses: await TaxClassNames.share(tx) };
    const plan = new ProductPlan(tx, names, this.clock.now());
    const tokens = new IndexedTokens();
    const tally = new ProductTally();
    for await (const batch of checked.rows) {
      const { planned, errors } = await plan.take(batch.rows);
      tally.add(batch.count, planned, [...batch.errors, ...errors]);
      // After the first invalid row nothing will be committed: the rest is read only for its errors.
      if (tally.faults.count === 0) await this.write(tx, actor, file.id, planned, tokens);
      await onProgress(batch.bytesRead);
    }
    if (tally.faults.count > 0) throw new NoLongerValid(tally.faults);
    // A rate may have been edited since the check, so that more rows need a confirmation than a person has seen.
    if (tally.counts.rateChanges > file.confirmedRateChanges)
      throw new NoLongerValid(tally.unconfirmed(this.formats.money));
    await this.searchIndex.addVocabulary(tx, tokens);
    await this.audit.record(tx, actor, {
      action: 'catalog.products-imported',
      subject: { type: 'import', id: file.id },
      after: { fileName: file.fileName, sha256: file.sha256, ...tally.counts },
    });
    return tally.counts;
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    importId: string,
    planned: readonly PlannedRow[],
    tokens: IndexedTokens,
  ): Promise<void> {
    const changed = planned.filter(({ isChanged }) => isChanged);
    tokens.add(await this.products.write(tx, changed));
    await replaceBarcodes(
      tx,
      planned.flatMap(({ after: { id }, barcodes }) =>
        barcodes === undefined ? [] : [{ productId: id, barcodes }],
      ),
    );
    const arrivals = planned.flatMap(({ after: { id }, delivery }) =>
      delivery > 0 ? [{ productId: id, quantity: delivery }] : [],
    );
    const note = `Import ${importId}`;
    await this.stock.receive(tx, actor, arrivals, note);
    const counts = planned.flatMap(({ after: { id }, counted }) =>
      counted === undefined ? [] : [{ productId: id, counted }],
    );
    await this.outbox.add(tx, await this.stock.countAll(tx, actor, counts, note));
  }
}
