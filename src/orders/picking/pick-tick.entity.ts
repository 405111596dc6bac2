import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * An order line that has been fetched from its shelf. While the order is placed, staff set it. A packed order has one for each
 * line. Those of a cancelled order stay until the goods are put back; when goods leave the store, their ticks are deleted.
 */
@Entity('pick_ticks')
@Index('pick_ticks_order_id_idx', ['orderId'])
@Index('pick_ticks_at_idx', ['at'])
export class PickTick {
  @ForeignKey('OrderItem', { name: 'pick_ticks_item_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pick_ticks_pkey' })
  itemId: string;

  @ForeignKey('Order', { name: 'pick_ticks_order_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid')
  orderId: string;

  @ForeignKey('User', { name: 'pick_ticks_by_id_fkey' })
  @Column('uuid')
  byId: string;

  @Column('bigint')
  at: number;
}
