import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A fall of a product below its threshold that managers are to hear of, with those of the same hour. */
@Entity('low_stock_alerts')
@Index('low_stock_alerts_open_idx', ['mailedAt', 'hour'])
export class LowStockAlert {
  /** Of the event that told of the fall. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'low_stock_alerts_pkey' })
  eventId: string;

  @ForeignKey('Product', { name: 'low_stock_alerts_product_id_fkey' })
  @Column('uuid')
  productId: string;

  @Column('bigint')
  fellAt: number;

  /** When the hour began whose mail tells of it. */
  @Column('bigint')
  hour: number;

  @Column('bigint', { nullable: true })
  mailedAt: number | null;
}
