import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One line of a user's cart. The cart of a user is all lines of that user: there is one, and it is always there. */
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

  /** The product's rate when it was put in, to tell when it has changed. */
  @Column('bigint')
  rateSeen: number;

  @Column('bigint')
  addedAt: number;
}
