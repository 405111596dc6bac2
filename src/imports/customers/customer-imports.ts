import { Injectable } from '@nestjs/common';
import type { ReadConnection } from '../../platform/database/transaction.js';
import { CUSTOMER_COLUMNS } from '../columns/customer-columns.js';
import type { Import } from '../import.entity.js';
import { ChangeImports, type PlannedBatch } from '../kinds/change-imports.js';
import type { CheckedFile, Importer, OnProgress } from '../kinds/importer.js';
import { fileRows, type ReadableFile } from '../rows/file-rows.js';
import type { Cells } from '../rows/row-cells.js';
import type { RowError } from '../rows/row-error.js';
import { ImportFormats } from '../rows/import-formats.js';
import { CustomerPlan, type PlannedCustomer } from './customer-plan.js';
import { customerRow, type CustomerRow } from './customer-row.js';
import { WriteCustomers } from './write-customers.js';

/** Imports customers. Nothing is mailed to them. */
@Injectable()
export class CustomerImports implements Importer {
  constructor(
    private readonly imports: ChangeImports,
    private readonly formats: ImportFormats,
    private readonly customers: WriteCustomers,
  ) {}

  check(file: Import, readable: ReadableFile, onProgress: OnProgress): Promise<CheckedFile> {
    const actor = { id: file.ownerId, requestId: null };
    return this.imports.check(
      {
        action: 'customers.imported',
        plan: (connection) => this.plan(connection, readable),
        write: (tx, planned) => this.customers.run(tx, actor, file.id, planned),
      },
      file,
      onProgress,
    );
  }

  private async *plan(
    connection: ReadConnection,
    readable: ReadableFile,
  ): AsyncGenerator<PlannedBatch<PlannedCustomer>> {
    const { isMonthFirst, currency } = this.formats;
    const plan = new CustomerPlan(connection);
    const parse = (line: number, cells: Cells): CustomerRow | RowError[] =>
      customerRow(line, cells, currency);
    const options = { rules: CUSTOMER_COLUMNS, isMonthFirst, parse };
    for await (const { rows, errors: unreadable, ...batch } of fileRows(readable, options)) {
      const { planned, errors } = await plan.take(rows);
      yield { ...batch, planned, errors: [...unreadable, ...errors] };
    }
  }
}
