import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { UnitType } from '../platform/common/money/unit-type.js';

/** An order line with a snapshot of its product. */
@Entity('order_items')
@Index('order_items_once_key', ['orderId', 'productId'], { unique: true })
@Check('order_items_quantity_check', 'quantity >= 0')
@Check('order_items_price_check', 'price >= 0')
@Index('order_items_product_id_idx', ['productId'])
export class OrderItem {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_items_pkey' })
  id: string;

  @ForeignKey('Order', { name: 'order_items_order_id_fkey' })
  @Column('uuid')
  orderId: string;

  @ForeignKey('Product', { name: 'order_items_product_id_fkey' })
  @Column('uuid')
  productId: string;

  @Column('text')
  productName: string;

  /** JSON of the product's names by language. */
  @Column('text', { default: '{}' })
  productNames: string;

  @Column('text')
  unitType: UnitType;

  @Column('bigint')
  ratePerUnit: number;

  /** Thousandths of the unit. */
  @Column('bigint')
  quantity: number;

  /** Tax class of the product on the day of the order; null if it had none. */
  @Column('uuid', { nullable: true })
  taxClassId: string | null;

  /** HSN code of the product on the day of the order. */
  @Column('text', { nullable: true })
  hsn: string | null;

  /** Maximum retail price of the product on the day of the order, in minor units per unit. */
  @Column('bigint', { nullable: true })
  mrp: number | null;

  /** Total of the line, in minor units. */
  @Column('bigint')
  price: number;

  /** Quantity when the order was placed, in thousandths of the unit; it never changes. */
  @Column('bigint')
  orderedQuantity: number;

  /** Price when the order was placed, in minor units; it never changes. */
  @Column('bigint')
  orderedPrice: number;
}
