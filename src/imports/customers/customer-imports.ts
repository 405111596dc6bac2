import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import type { ReadConnection, Transaction } from '../../platform/database/transaction.js';
import { CUSTOMER_COLUMNS } from '../columns/customer-columns.js';
import type { Import } from '../import.entity.js';
import { FaultTally, keep, MAX_SHOWN_ROWS, NO_ERRORS } from '../kinds/fault-tally.js';
import {
  NoLongerValid,
  type CheckedFile,
  type ImportCounts,
  type Importer,
  type OnProgress,
} from '../kinds/importer.js';
import { storeChanges, type PlannedChange } from '../kinds/planned-change.js';
import { fileRows, type ReadableFile } from '../rows/file-rows.js';
import { ImportFormats } from '../rows/import-formats.js';
import { CustomerPlan, type PlannedCustomer } from './customer-plan.js';
import { customerRow } from './customer-row.js';
import { WriteCustomers } from './write-customers.js';

/** The rows of a file, planned. */
interface Pass {
  readonly counts: ImportCounts;
  readonly faults: FaultTally;
  readonly shown: readonly PlannedChange[];
}

/** Imports customers. Nothing is mailed to them. */
@Injectable()
export class CustomerImports implements Importer {
  constructor(
    private readonly database: Database,
    private readonly formats: ImportFormats,
    private readonly customers: WriteCustomers,
    private readonly audit: AuditTrail,
  ) {}

  async check(file: Import, readable: ReadableFile, onProgress: OnProgress): Promise<CheckedFile> {
    const { counts, faults, shown } = await this.pass(this.database.read, readable, onProgress);
    return {
      ...{ counts, faults: faults.errors, unconfirmed: NO_ERRORS },
      storeRows: (tx) => storeChanges(tx, file.id, shown),
      apply: (tx, progress) => this.apply(tx, file, readable, progress),
    };
  }

  private async apply(
    tx: Transaction,
    file: Import,
    readable: ReadableFile,
    onProgress: OnProgress,
  ): Promise<ImportCounts> {
    const actor = { id: file.ownerId, requestId: null };
    const write = (planned: readonly PlannedCustomer[]): Promise<void> =>
      this.customers.run(tx, actor, file.id, planned);
    const { counts, faults } = await this.pass(tx, readable, onProgress, write);
    if (!faults.isEmpty) throw new NoLongerValid(faults.errors);
    await this.audit.record(tx, actor, {
      action: 'customers.imported',
      subject: { type: 'import', id: file.id },
      after: {
        ...{ fileName: file.fileName, sha256: file.sha256, rows: counts.rows },
        ...{ added: counts.added, updated: counts.updated },
      },
    });
    return counts;
  }

  /** @param write writes a batch. After the first invalid row nothing will be committed, and the rest is only read. */
  private async pass(
    connection: ReadConnection,
    readable: ReadableFile,
    onProgress: OnProgress,
    write: (planned: readonly PlannedCustomer[]) => Promise<void> = async () => undefined,
  ): Promise<Pass> {
    const { isMonthFirst } = this.formats;
    const plan = new CustomerPlan(connection);
    const faults = new FaultTally();
    const shown: PlannedChange[] = [];
    let [rows, added, updated] = [0, 0, 0];
    const options = { rules: CUSTOMER_COLUMNS, isMonthFirst, parse: customerRow };
    for await (const batch of fileRows(readable, options)) {
      const { planned, errors } = await plan.take(batch.rows);
      faults.add([...batch.errors, ...errors]);
      rows += batch.count;
      added += planned.filter(({ change }) => change.isNew).length;
      updated += planned.filter(({ change }) => !change.isNew && change.changes.length > 0).length;
      const changed = planned.filter(
        ({ change: { notice, changes } }) => notice !== null || changes.length > 0,
      );
      keep(
        shown,
        changed.map(({ change }) => change),
        MAX_SHOWN_ROWS,
      );
      if (faults.isEmpty) await write(changed);
      await onProgress(batch.bytesRead);
    }
    return { counts: { rows, added, updated, deliveries: 0, counted: 0, rateChanges: 0 }, faults, shown };
  }
}
