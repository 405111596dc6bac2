import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { PRODUCT_COLUMNS } from '../columns/product-columns.js';
import type { Import } from '../import.entity.js';
import type { CheckedFile, Importer, OnProgress } from '../kinds/importer.js';
import { fileRows, type ReadableFile, type RowBatch } from '../rows/file-rows.js';
import { ImportFormats } from '../rows/import-formats.js';
import { ApplyProducts } from './apply-products.js';
import { SectionNames } from './product-lookup.js';
import { ProductPlan } from './product-plan.js';
import { ProductRows, type ProductRow } from './product-row.js';
import { ProductTally } from './product-tally.js';
import { storeProductRows } from './store-product-rows.js';
import { TaxClassNames } from './tax-class-names.js';

/** Imports products, deliveries and counts. */
@Injectable()
export class ProductImports implements Importer {
  constructor(
    private readonly database: Database,
    private readonly formats: ImportFormats,
    private readonly applyProducts: ApplyProducts,
    private readonly clock: Clock,
  ) {}

  async check(file: Import, readable: ReadableFile, onProgress: OnProgress): Promise<CheckedFile> {
    const { read } = this.database;
    const names = { sections: await SectionNames.read(read), taxClasses: await TaxClassNames.read(read) };
    const plan = new ProductPlan(read, names, this.clock.now());
    const tally = new ProductTally();
    for await (const batch of this.rows(readable, true)) {
      const { planned, errors } = await plan.take(batch.rows);
      tally.add(batch.count, planned, [...batch.errors, ...errors]);
      await onProgress(batch.bytesRead);
    }
    const { counts, faults } = tally;
    return {
      counts,
      faults,
      unconfirmed: tally.unconfirmed(this.formats.money),
      storeRows: (tx) => storeProductRows(tx, file.id, tally.shown, this.formats.money),
      apply: (tx, progress) =>
        this.applyProducts.run(
          tx,
          file,
          { rows: this.rows(readable, false), productIds: plan.productIds },
          progress,
        ),
    };
  }

  /** @param isChecked true to validate the fields of each row; not needed for a file that was validated before */
  private rows(readable: ReadableFile, isChecked: boolean): AsyncGenerator<RowBatch<ProductRow>> {
    const { readMoney, isMonthFirst } = this.formats;
    const rows = new ProductRows(readable.reading, readMoney, isChecked);
    const parse = rows.parse.bind(rows);
    return fileRows<ProductRow>(readable, { rules: PRODUCT_COLUMNS, isMonthFirst, parse });
  }
}
