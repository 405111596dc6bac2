import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OmitType } from '@nestjs/swagger';
import { code, instant, quantity, text, whole } from '../../platform/csv/csv-writer.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type Sql } from '../../platform/database/transaction.js';
import { exportMoney, type ExportMoney } from '../../platform/exports/export-money.js';
import { ExportRegistry } from '../../platform/exports/export-registry.js';
import {
  countOf,
  planOf,
  type ExportColumns,
  type ExportPlan,
} from '../../platform/exports/export-source.js';
import { validate } from '../../platform/http/validation/field-errors.js';
import type { OrderStatus } from '../../rules/order-status/order-status.js';
import { discountsOfOrder } from '../../rules/pricing/order-discounts-sql.js';
import type { ChargeKind } from '../../rules/pricing/quote.js';
import type { Address } from '../orders.dto.js';
import { AdminOrderQuery } from './admin-orders.dto.js';
import { orderFilters, SORTS } from './order-filters.js';

/** The filters and sort orders of the orders table. */
class OrderExportParameters extends OmitType(AdminOrderQuery, ['page', 'pageSize'] as const) {}

interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly timestamp: number;
  readonly status: OrderStatus;
  readonly user_id: string;
  readonly username: string;
  readonly total: number;
  readonly currency: string;
}

interface StoredOrderRow extends OrderRow {
  readonly lines: number;
  /** Charges in minor units; null if the order has none of the kind. */
  readonly delivery: number | null;
  readonly packing: number | null;
  /** Minor units. */
  readonly discounts: number;
  /** JSON of an `Address`. */
  readonly address: string;
  readonly note: string | null;
  readonly reference: string | null;
}

interface ExportedOrderRow extends Omit<StoredOrderRow, 'address'> {
  readonly address: Address;
}

interface LineRow extends OrderRow {
  readonly line_id: string;
  readonly product_id: string;
  readonly product_name: string;
  readonly unit_type: string;
  readonly rate_per_unit: number;
  readonly quantity: number;
  readonly price: number;
}

const orderColumns = (money: ExportMoney): ExportColumns<ExportedOrderRow> => ({
  id: (o) => code(o.id),
  number: (o) => code(o.number),
  timestamp: (o) => instant(o.timestamp),
  status: (o) => code(o.status),
  userId: (o) => code(o.user_id),
  username: (o) => text(o.username),
  lines: (o) => whole(o.lines),
  [money.heading('delivery')]: (o) => money.cell(o.delivery ?? 0),
  [money.heading('packing')]: (o) => money.cell(o.packing ?? 0),
  [money.heading('discounts')]: (o) => money.cell(o.discounts),
  [money.heading('total')]: (o) => money.cell(o.total),
  currency: (o) => code(o.currency),
  name: (o) => text(o.address.name),
  phone: (o) => text(o.address.phone),
  line1: (o) => text(o.address.line1),
  line2: (o) => text(o.address.line2 ?? null),
  city: (o) => text(o.address.city),
  postalCode: (o) => text(o.address.postalCode),
  state: (o) => text(o.address.state ?? null),
  note: (o) => text(o.note),
  reference: (o) => text(o.reference),
});

const lineColumns = (money: ExportMoney): ExportColumns<LineRow> => ({
  orderId: (l) => code(l.id),
  orderNumber: (l) => code(l.number),
  timestamp: (l) => instant(l.timestamp),
  status: (l) => code(l.status),
  userId: (l) => code(l.user_id),
  username: (l) => text(l.username),
  id: (l) => code(l.line_id),
  productId: (l) => code(l.product_id),
  productName: (l) => text(l.product_name),
  unitType: (l) => code(l.unit_type),
  [money.heading('ratePerUnit')]: (l) => money.cell(l.rate_per_unit),
  quantity: (l) => quantity(l.quantity),
  [money.heading('price')]: (l) => money.cell(l.price),
  currency: (l) => code(l.currency),
});

const ORDER_COLUMNS = sql`o.id, o.number, o.timestamp, o.status, o.user_id, u.username, o.total, o.currency`;
const ORDERS_OF_USERS = sql`orders o JOIN users u ON u.id = o.user_id`;

/** Exports orders and their lines as CSV. */
@Injectable()
export class OrderExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportRegistry,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  private get money(): ExportMoney {
    return exportMoney(this.config.store);
  }

  onModuleInit(): void {
    const roles = ['store_manager', 'admin'] as const;
    this.sources.register({ kind: 'orders', roles, plan: (parameters) => this.orders(parameters) });
    this.sources.register({ kind: 'order-lines', roles, plan: (parameters) => this.lines(parameters) });
  }

  private orders(parameters: object): ExportPlan {
    const query = validate(OrderExportParameters, parameters, 'parameters');
    const where = join([sql`1 = 1`, ...orderFilters(query)], ' AND ');
    const read = this.database.read;
    return planOf(
      orderColumns(this.money),
      async () =>
        countOf(await read.row(sql`SELECT count(*) AS total FROM ${ORDERS_OF_USERS} WHERE ${where}`)),
      () =>
        withAddresses(
          read.stream(sql`
            SELECT ${ORDER_COLUMNS}, o.address, o.note, o.reference,
                   (SELECT count(*) FROM order_items i WHERE i.order_id = o.id) AS lines,
                   ${chargeOf('delivery')} AS delivery, ${chargeOf('packing')} AS packing,
                   ${discountsOfOrder(sql`o.id`)} AS discounts
            FROM ${ORDERS_OF_USERS} WHERE ${where} ORDER BY ${SORTS[query.sort]}`),
        ),
    );
  }

  private lines(parameters: object): ExportPlan {
    const query = validate(OrderExportParameters, parameters, 'parameters');
    const where = join([sql`1 = 1`, ...orderFilters(query)], ' AND ');
    const from = sql`${ORDERS_OF_USERS} JOIN order_items i ON i.order_id = o.id`;
    const read = this.database.read;
    return planOf(
      lineColumns(this.money),
      async () => countOf(await read.row(sql`SELECT count(*) AS total FROM ${from} WHERE ${where}`)),
      () =>
        read.stream<LineRow>(sql`
          SELECT ${ORDER_COLUMNS}, i.id AS line_id, i.product_id, i.product_name, i.unit_type, i.rate_per_unit,
                 i.quantity, i.price
          FROM ${from} WHERE ${where} ORDER BY ${SORTS[query.sort]}, i.product_id`),
    );
  }
}

function chargeOf(kind: ChargeKind): Sql {
  return sql`(SELECT c.amount FROM order_charges c WHERE c.order_id = o.id AND c.kind = ${kind})`;
}

async function* withAddresses(batches: AsyncIterable<StoredOrderRow[]>): AsyncGenerator<ExportedOrderRow[]> {
  for await (const rows of batches) {
    yield rows.map((row) => ({ ...row, address: JSON.parse(row.address) as Address }));
  }
}
