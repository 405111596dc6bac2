import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { TaxComponent } from '../rules/pricing/tax.js';

/** A part of the tax on a line of a document. The database refuses to change or delete it. */
@Entity('document_taxes')
@Check('document_taxes_component_check', `component IN ('vat', 'cgst', 'sgst', 'igst', 'cess')`)
@Check('document_taxes_amount_check', 'amount >= 0')
export class DocumentTax {
  @ForeignKey('DocumentLineRow', { name: 'document_taxes_line_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_taxes_pkey' })
  lineId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'document_taxes_pkey' })
  component: TaxComponent;

  /** Rate of the class in thousandths of a percent, of which CGST and SGST levy half each. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'document_taxes_pkey' })
  rate: number;

  @Column('bigint')
  taxable: number;

  @Column('bigint')
  amount: number;
}
