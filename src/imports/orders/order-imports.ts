import { Injectable } from '@nestjs/common';
import { WritePastOrders } from '../../orders/past/write-past-orders.js';
import { Clock } from '../../platform/common/clock.js';
import { dateTimeFormat } from '../../platform/common/intl.js';
import { Config } from '../../platform/config/config.js';
import type { ReadConnection } from '../../platform/database/transaction.js';
import { ORDER_COLUMNS } from '../columns/order-columns.js';
import type { Import } from '../import.entity.js';
import { ChangeImports, type PlannedBatch } from '../kinds/change-imports.js';
import type { CheckedFile, Importer, OnProgress } from '../kinds/importer.js';
import { SectionNames } from '../products/product-lookup.js';
import { fileRows, type ReadableFile } from '../rows/file-rows.js';
import { ImportFormats } from '../rows/import-formats.js';
import { OrderGroups } from './order-groups.js';
import { OrderLineRows, type OrderLineRow } from './order-line-row.js';
import { OrderPlan, type OrderTexts, type PlannedOrder } from './order-plan.js';

/** Imports the finished orders of the system that the store used before. */
@Injectable()
export class OrderImports implements Importer {
  constructor(
    private readonly imports: ChangeImports,
    private readonly formats: ImportFormats,
    private readonly pastOrders: WritePastOrders,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  check(file: Import, readable: ReadableFile, onProgress: OnProgress): Promise<CheckedFile> {
    return this.imports.check(
      {
        action: 'orders.imported',
        plan: (connection) => this.plan(connection, readable),
        write: (tx, planned) =>
          this.pastOrders.run(
            tx,
            file.ownerId,
            planned.map(({ order }) => order),
          ),
      },
      file,
      onProgress,
    );
  }

  /** Plans the orders that are complete after each batch of rows, and at the end the last one. */
  private async *plan(
    connection: ReadConnection,
    readable: ReadableFile,
  ): AsyncGenerator<PlannedBatch<PlannedOrder>> {
    const sections = await SectionNames.read(connection);
    const plan = new OrderPlan(connection, sections, this.clock.now(), this.texts());
    const groups = new OrderGroups();
    let end = 0;
    for await (const { rows, errors: unreadable, ...batch } of this.rows(readable)) {
      const { planned, errors } = await plan.take(groups.take(rows));
      end = batch.bytesRead;
      yield { ...batch, planned, errors: [...unreadable, ...errors] };
    }
    yield { ...(await plan.take(groups.rest())), count: 0, bytesRead: end };
  }

  private rows(readable: ReadableFile): ReturnType<typeof fileRows<OrderLineRow>> {
    const { readMoney, isMonthFirst } = this.formats;
    const { currency, timeZone } = this.config.store;
    const lines = new OrderLineRows(readable.reading, { readMoney, currency, isMonthFirst, timeZone });
    const parse = lines.parse.bind(lines);
    return fileRows<OrderLineRow>(readable, { rules: ORDER_COLUMNS, isMonthFirst, parse });
  }

  private texts(): OrderTexts {
    const { locale, timeZone } = this.config.store;
    const format = dateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    return { time: (instant) => format.format(instant), money: this.formats.money };
  }
}
