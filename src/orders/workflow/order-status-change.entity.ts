import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ORDER_STATUS_CHECK } from '../../rules/order-status/order-status-sql.js';
import type { OrderStatus } from '../../rules/order-status/order-status.js';

/** A transition of an order after its placement. No order reaches the same status twice. */
@Entity('order_status_changes')
@Unique('order_status_changes_once_key', ['orderId', 'status'])
@Check('order_status_changes_status_check', ORDER_STATUS_CHECK)
@Index('order_status_changes_at_idx', ['at', 'status', 'orderId'])
export class OrderStatusChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_status_changes_pkey' })
  id: string;

  @ForeignKey('Order', { name: 'order_status_changes_order_id_fkey' })
  @Column('uuid')
  orderId: string;

  @Column('text')
  status: OrderStatus;

  @Column('bigint')
  at: number;

  @ForeignKey('User', { name: 'order_status_changes_by_id_fkey' })
  @Column('uuid')
  byId: string;

  @Column('text', { nullable: true })
  note: string | null;
}
