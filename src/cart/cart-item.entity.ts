import type { UnitType } from '../platform/common/money/unit-type.js';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A line of a user's cart. A cart is the set of its user's lines: it has no row of its own and always exists. */
@Entity('cart_items')
@Check('cart_items_quantity_check', 'quantity > 0')
@Index('cart_items_product_id_idx', ['productId'])
export class CartItem {
  @ForeignKey('User', { name: 'cart_items_user_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cart_items_pkey' })
  userId: string;

  @ForeignKey('Product', { name: 'cart_items_product_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cart_items_pkey' })
  productId: string;

  /** Thousandths of the product's unit. */
  @Column('bigint')
  quantity: number;

  /** Rate of the product when it was added, used to detect a change. */
  @Column('bigint')
  rateSeen: number;

  /** Unit of the product when the quantity was chosen; null for a line of an earlier release. */
  @Column('text', { nullable: true })
  unitSeen: UnitType | null;

  @Column('bigint')
  addedAt: number;
}
