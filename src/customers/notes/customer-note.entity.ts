import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a member of staff wrote down about a customer. Customers never see it. */
@Entity('customer_notes')
@Index('customer_notes_customer_id_idx', ['customerId', 'createdAt', 'id'])
export class CustomerNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_notes_pkey' })
  id: string;

  @ForeignKey('User', { name: 'customer_notes_customer_id_fkey' })
  @Column('uuid')
  customerId: string;

  @ForeignKey('User', { name: 'customer_notes_author_id_fkey' })
  @Column('uuid')
  authorId: string;

  @Column('text')
  text: string;

  @Column('bigint')
  createdAt: number;
}
