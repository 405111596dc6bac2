import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const STOCK_REASONS = [
  'opening',
  'order',
  'cancellation',
  'delivery',
  'correction',
  'waste',
  'import',
] as const;

export type StockReason = (typeof STOCK_REASONS)[number];

/** One line of the ledger. The sum of a product's movements is its quantity available, at any moment. */
@Entity('stock_movements')
@Check('stock_movements_delta_check', 'delta <> 0')
@Check(
  'stock_movements_reason_check',
  `reason IN ('opening', 'order', 'cancellation', 'delivery', 'correction', 'waste', 'import')`,
)
// The delta is in it for the books, which add up every ledger without touching the table.
@Index('stock_movements_product_id_idx', ['productId', 'at', 'id', 'delta'])
@Index('stock_movements_order_id_idx', ['orderId'])
@Index('stock_movements_at_idx', ['at'])
// Of waste alone, so that no checkout writes to it.
@Index('stock_movements_waste_idx', ['at', 'productId', 'delta'], { where: `reason = 'waste'` })
export class StockMovement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stock_movements_pkey' })
  id: string;

  @ForeignKey('Product', { name: 'stock_movements_product_id_fkey' })
  @Column('uuid')
  productId: string;

  /** Thousandths of a unit, negative where stock goes out. */
  @Column('bigint')
  delta: number;

  @Column('text')
  reason: StockReason;

  @Column('uuid', { nullable: true })
  orderId: string | null;

  @ForeignKey('User', { name: 'stock_movements_actor_id_fkey' })
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('bigint')
  at: number;

  @Column('text', { nullable: true })
  note: string | null;
}
