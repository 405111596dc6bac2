import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ORDER_STATUS_CHECK } from '../rules/order-status/order-status-sql.js';
import type { OrderStatus } from '../rules/order-status/order-status.js';

@Entity('orders')
@Unique('orders_number_key', ['number'])
@Check('orders_status_check', ORDER_STATUS_CHECK)
@Check('orders_total_check', 'total >= 0')
@Index('orders_user_id_idx', ['userId', 'timestamp', 'id'])
@Index('orders_reference_key', ['reference'], { unique: true })
@Index('orders_status_idx', ['status', 'timestamp', 'id'])
// Includes status, total and user, so that reports add up the orders of a period from the index alone.
@Index('orders_timestamp_idx', ['timestamp', 'id', 'status', 'total', 'userId'])
export class Order {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'orders_pkey' })
  id: string;

  /** Human-readable number, see `order-number.ts`. */
  @Column('text')
  number: string;

  /** Number in the system that the store used before; null for an order of this store. */
  @Column('text', { nullable: true })
  reference: string | null;

  @ForeignKey('User', { name: 'orders_user_id_fkey' })
  @Column('uuid')
  userId: string;

  /** Member of staff who took the order by telephone; null if the customer placed it. */
  @Column('uuid', { nullable: true })
  takenBy: string | null;

  @Column('text')
  status: OrderStatus;

  /** Sum of the items' prices and the charges, less the order's discounts, in minor units of the currency. */
  @Column('bigint')
  total: number;

  /** Total when the order was placed; it never changes. */
  @Column('bigint')
  placedTotal: number;

  /** ISO 4217 code at the time of the order. */
  @Column('text')
  currency: string;

  /** JSON of the address. */
  @Column('text')
  address: string;

  /** GST code of the state of the delivery; null outside India, and if it is not known. */
  @Column('text', { nullable: true })
  placeOfSupply: string | null;

  /** The `CustomerAddress` by which staff find the order; null if it was placed without one. */
  @Column('uuid', { nullable: true })
  addressId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Time of placement. */
  @Column('bigint')
  timestamp: number;
}
