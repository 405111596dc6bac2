import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** An address to which a customer has ordered. `address_terms` has the terms by which it is found. */
@Entity('customer_addresses')
@Unique('customer_addresses_key', ['userId', 'key'])
export class CustomerAddress {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_addresses_pkey' })
  id: string;

  @ForeignKey('User', { name: 'customer_addresses_user_id_fkey' })
  @Column('uuid')
  userId: string;

  /** See `address-terms.ts`. */
  @Column('text')
  key: string;

  /** JSON of the address, as it was written last. */
  @Column('text')
  address: string;

  @Column('bigint')
  createdAt: number;
}
