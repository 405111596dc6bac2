import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A product's fall below its threshold, mailed to managers in one digest with the others of the same hour. */
@Entity('low_stock_alerts')
@Index('low_stock_alerts_open_idx', ['mailedAt', 'hour'])
export class LowStockAlert {
  /** ID of the event that reported the fall. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'low_stock_alerts_pkey' })
  eventId: string;

  @ForeignKey('Product', { name: 'low_stock_alerts_product_id_fkey' })
  @Column('uuid')
  productId: string;

  @Column('bigint')
  fellAt: number;

  /** Start of the hour whose digest includes the alert. */
  @Column('bigint')
  hour: number;

  @Column('bigint', { nullable: true })
  mailedAt: number | null;
}
