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

/** A line of the stock ledger. At any time, a product's movements add up to its quantity available. */
@Entity('stock_movements')
@Check('stock_movements_delta_check', 'delta <> 0')
@Check(
  'stock_movements_reason_check',
  `reason IN ('opening', 'order', 'cancellation', 'delivery', 'correction', 'waste', 'import')`,
)
// Includes the delta, so that the books add up every ledger from the index alone.
@Index('stock_movements_product_id_idx', ['productId', 'at', 'id', 'delta'])
@Index('stock_movements_order_id_idx', ['orderId'])
@Index('stock_movements_at_idx', ['at'])
// Limited to waste, so that no checkout writes to this index.
@Index('stock_movements_waste_idx', ['at', 'productId', 'delta'], { where: `reason = 'waste'` })
export class StockMovement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stock_movements_pkey' })
  id: string;

  @ForeignKey('Product', { name: 'stock_movements_product_id_fkey' })
  @Column('uuid')
  productId: string;

  /** Thousandths of a unit, negative for issues. */
  @Column('bigint')
  delta: number;

  @Column('text')
  reason: StockReason;

  /** For a count: what was counted in the store, in thousandths of a unit. */
  @Column('bigint', { nullable: true })
  counted: number | null;

  @Column('uuid', { nullable: true })
  orderId: string | null;

  /** The stock sheet whose booking wrote the line. */
  @Column('uuid', { nullable: true })
  sheetId: string | null;

  @ForeignKey('User', { name: 'stock_movements_actor_id_fkey' })
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('bigint')
  at: number;

  @Column('text', { nullable: true })
  note: string | null;
}
