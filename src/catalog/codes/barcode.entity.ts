import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A barcode of GS1 that means some quantity of a product, such as a case of twelve. */
@Entity('barcodes')
@Check('barcodes_quantity_check', 'quantity > 0')
@Index('barcodes_product_id_idx', ['productId'])
export class Barcode {
  /** The 14 digits of `readGtin`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'barcodes_pkey' })
  code: string;

  @ForeignKey('Product', { name: 'barcodes_product_id_fkey' })
  @Column('uuid')
  productId: string;

  /** Thousandths of the product's unit. */
  @Column('bigint')
  quantity: number;
}
