import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const DISCOUNT_REASONS = ['staff'] as const;

/** Why an order is cheaper. `staff`: a member of staff gave the discount after the order was placed. */
export type DiscountReason = (typeof DISCOUNT_REASONS)[number];

/** What an order costs less than its items and charges. */
@Entity('order_discounts')
@Check('order_discounts_reason_check', `reason IN ('staff')`)
@Check('order_discounts_amount_check', 'amount > 0')
@Index('order_discounts_order_id_idx', ['orderId'])
@Index('order_discounts_item_id_idx', ['itemId'])
export class OrderDiscount {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_discounts_pkey' })
  id: string;

  @ForeignKey('Order', { name: 'order_discounts_order_id_fkey' })
  @Column('uuid')
  orderId: string;

  /** Item whose price contains the discount; null if the total of the order is reduced. */
  @ForeignKey('OrderItem', { name: 'order_discounts_item_id_fkey' })
  @Column('uuid', { nullable: true })
  itemId: string | null;

  @Column('text')
  reason: DiscountReason;

  /** What the customer reads. */
  @Column('text')
  label: string;

  /** Minor units of the currency. */
  @Column('bigint')
  amount: number;
}
