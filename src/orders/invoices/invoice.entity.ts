import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** An invoice that was made, and what its file must be. */
@Entity('invoices')
@Unique('invoices_number_key', ['number'])
@Check('invoices_bytes_check', 'bytes > 0')
export class Invoice {
  @ForeignKey('Order', { name: 'invoices_order_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invoices_pkey' })
  orderId: string;

  /** For people: the order's number after `INV-`. */
  @Column('text')
  number: string;

  /** When the file was made. The invoice itself is dated by its order. */
  @Column('bigint')
  madeAt: number;

  /** The file's size. */
  @Column('bigint')
  bytes: number;

  /** SHA-256 of the file, in hex. */
  @Column('text')
  sha256: string;
}
