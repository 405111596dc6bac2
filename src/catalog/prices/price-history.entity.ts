import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A rate that a product has had. It holds until the next row of the product. */
@Entity('price_history')
export class PriceHistory {
  @ForeignKey('Product', { name: 'price_history_product_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'price_history_pkey' })
  productId: string;

  /** Time from which the rate held. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'price_history_pkey' })
  at: number;

  /** Minor units of the store's currency. */
  @Column('bigint')
  ratePerUnit: number;
}
