import { Injectable } from '@nestjs/common';
import { WritePastOrders } from '../../orders/past/write-past-orders.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { dateTimeFormat } from '../../platform/common/intl.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { ReadConnection, Transaction } from '../../platform/database/transaction.js';
import { ORDER_COLUMNS } from '../columns/order-columns.js';
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
import { SectionNames } from '../products/product-lookup.js';
import { fileRows, type ReadableFile } from '../rows/file-rows.js';
import { ImportFormats } from '../rows/import-formats.js';
import { OrderGroups, type OrderGroup } from './order-groups.js';
import { OrderLineRows, type OrderLineRow } from './order-line-row.js';
import { OrderPlan, type PlannedOrder } from './order-plan.js';

/** The orders of a file, planned. */
interface Pass {
  readonly counts: ImportCounts;
  readonly faults: FaultTally;
  readonly shown: readonly PlannedChange[];
}

/** Imports the finished orders of the system that the store used before. */
@Injectable()
export class OrderImports implements Importer {
  constructor(
    private readonly database: Database,
    private readonly formats: ImportFormats,
    private readonly pastOrders: WritePastOrders,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly config: Config,
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
    const write = (planned: readonly PlannedOrder[]): Promise<void> =>
      this.pastOrders.run(
        tx,
        file.ownerId,
        planned.map(({ order }) => order),
      );
    const { counts, faults } = await this.pass(tx, readable, onProgress, write);
    if (!faults.isEmpty) throw new NoLongerValid(faults.errors);
    await this.audit.record(tx, actor, {
      action: 'orders.imported',
      subject: { type: 'import', id: file.id },
      after: { fileName: file.fileName, sha256: file.sha256, rows: counts.rows, added: counts.added },
    });
    return counts;
  }

  /** @param write writes a batch. After the first invalid row nothing will be committed, and the rest is only read. */
  private async pass(
    connection: ReadConnection,
    readable: ReadableFile,
    onProgress: OnProgress,
    write: (planned: readonly PlannedOrder[]) => Promise<void> = async () => undefined,
  ): Promise<Pass> {
    const plan = new OrderPlan(
      connection,
      await SectionNames.read(connection),
      this.clock.now(),
      this.texts(),
    );
    const groups = new OrderGroups();
    const faults = new FaultTally();
    const shown: PlannedChange[] = [];
    let [rows, added] = [0, 0];
    const take = async (complete: readonly OrderGroup[]): Promise<void> => {
      const { planned, errors } = await plan.take(complete);
      faults.add(errors);
      added += planned.length;
      keep(
        shown,
        planned.map(({ change }) => change),
        MAX_SHOWN_ROWS,
      );
      if (faults.isEmpty) await write(planned);
    };
    for await (const batch of this.rows(readable)) {
      faults.add(batch.errors);
      rows += batch.count;
      await take(groups.take(batch.rows));
      await onProgress(batch.bytesRead);
    }
    await take(groups.rest());
    return {
      counts: { rows, added, updated: 0, deliveries: 0, counted: 0, rateChanges: 0 },
      ...{ faults, shown },
    };
  }

  private rows(readable: ReadableFile): ReturnType<typeof fileRows<OrderLineRow>> {
    const { readMoney, isMonthFirst } = this.formats;
    const { currency, timeZone } = this.config.store;
    const lines = new OrderLineRows(readable.reading, { readMoney, currency, isMonthFirst, timeZone });
    const parse = lines.parse.bind(lines);
    return fileRows<OrderLineRow>(readable, { rules: ORDER_COLUMNS, isMonthFirst, parse });
  }

  private texts(): { time: (instant: number) => string; money: (minorUnits: number) => string } {
    const { locale, timeZone } = this.config.store;
    const format = dateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    return { time: (instant) => format.format(instant), money: this.formats.money };
  }
}
