import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A created invoice and the expected content of its file. */
@Entity('invoices')
@Unique('invoices_number_key', ['number'])
@Check('invoices_bytes_check', 'bytes > 0')
export class Invoice {
  @ForeignKey('Order', { name: 'invoices_order_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invoices_pkey' })
  orderId: string;

  /** Human-readable number: `INV-` and the order's number. */
  @Column('text')
  number: string;

  /** Time when the file was first created. The invoice itself is dated by its order. */
  @Column('bigint')
  madeAt: number;

  /** Size of the file. */
  @Column('bigint')
  bytes: number;

  /** SHA-256 of the file, in hex. */
  @Column('text')
  sha256: string;
}
