import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ChargeKind } from '../rules/pricing/quote.js';

/** What an order costs besides its goods, as it was placed. */
@Entity('order_charges')
@Unique('order_charges_order_kind_key', ['orderId', 'kind'])
@Check('order_charges_kind_check', `kind IN ('delivery', 'packing')`)
@Check('order_charges_amount_check', 'amount > 0')
// Includes the amount, so that the books add up the charges from the index alone.
@Index('order_charges_order_id_idx', ['orderId', 'amount'])
export class OrderCharge {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_charges_pkey' })
  id: string;

  @ForeignKey('Order', { name: 'order_charges_order_id_fkey' })
  @Column('uuid')
  orderId: string;

  @Column('text')
  kind: ChargeKind;

  /** Minor units of the currency. */
  @Column('bigint')
  amount: number;
}
