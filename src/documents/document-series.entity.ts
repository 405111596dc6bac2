import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The next number of a series in a fiscal year. Locked last, and for the rest of the transaction. */
@Entity('document_series')
@Check('document_series_next_check', 'next > 0')
export class DocumentSeries {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'document_series_pkey' })
  series: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'document_series_pkey' })
  fiscalYear: string;

  @Column('integer')
  next: number;

  @Column('bigint')
  lastIssuedAt: number;

  /** Hash of the latest document; blank before the first. */
  @Column('text')
  lastSha256: string;
}
