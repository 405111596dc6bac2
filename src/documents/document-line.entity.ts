import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A line of a document. The database refuses to change or delete it. */
@Entity('document_lines')
@Unique('document_lines_position_key', ['documentId', 'position'])
@Check('document_lines_net_check', 'net = gross - discount AND net >= 0')
@Index('document_lines_item_id_idx', ['itemId'])
@Index('document_lines_credits_line_id_idx', ['creditsLineId'])
@Index('document_lines_tax_class_id_idx', ['taxClassId'])
export class DocumentLineRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_lines_pkey' })
  id: string;

  @ForeignKey('Document', { name: 'document_lines_document_id_fkey' })
  @Column('uuid')
  documentId: string;

  /** From 1. */
  @Column('integer')
  position: number;

  /** Line of the order; null for a charge. */
  @Column('uuid', { nullable: true })
  itemId: string | null;

  /** Charge of the order; null for goods. */
  @Column('uuid', { nullable: true })
  chargeId: string | null;

  /** Line that a line of a credit note credits. */
  @ForeignKey('DocumentLineRow', { name: 'document_lines_credits_line_id_fkey' })
  @Column('uuid', { nullable: true })
  creditsLineId: string | null;

  /** Class whose rate applied; null if none did, or for a charge that is taxed like the goods. */
  @ForeignKey('TaxClass', { name: 'document_lines_tax_class_id_fkey' })
  @Column('uuid', { nullable: true })
  taxClassId: string | null;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  hsn: string | null;

  @Column('text', { nullable: true })
  unitType: string | null;

  /** Thousandths of the unit; null for a charge and for a credit. */
  @Column('bigint', { nullable: true })
  quantity: number | null;

  /** Minor units per unit. */
  @Column('bigint', { nullable: true })
  ratePerUnit: number | null;

  @Column('bigint')
  gross: number;

  @Column('bigint')
  discount: number;

  /** What is paid for the line, tax included. */
  @Column('bigint')
  net: number;

  /** Net without its taxes. */
  @Column('bigint')
  taxable: number;
}
