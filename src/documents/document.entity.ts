import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DOCUMENT_KINDS, type DocumentKind } from '../rules/documents/document-kind.js';

const KINDS = DOCUMENT_KINDS.map((kind) => `'${kind}'`).join(', ');

/** An issued document of an order. The database refuses to change or delete it. */
@Entity('documents')
@Unique('documents_number_key', ['number'])
@Unique('documents_seq_key', ['series', 'fiscalYear', 'seq'])
@Unique('documents_ordinal_key', ['orderId', 'ordinal'])
@Check('documents_kind_check', `kind IN (${KINDS})`)
@Check('documents_total_check', 'total >= 0')
@Check('documents_credits_check', `(kind = 'credit_note') = (credits_id IS NOT NULL)`)
@Index('documents_issued_at_idx', ['issuedAt', 'id'])
@Index('documents_credits_id_idx', ['creditsId'])
@Index('documents_reversal_key', ['creditsId'], { unique: true, where: 'reversal' })
export class Document {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'documents_pkey' })
  id: string;

  @ForeignKey('Order', { name: 'documents_order_id_fkey' })
  @Column('uuid')
  orderId: string;

  @Column('text')
  kind: DocumentKind;

  /** Prefix of the number. */
  @Column('text')
  series: string;

  /** `2026` or `26-27`. */
  @Column('text')
  fiscalYear: string;

  /** Number within the series and the fiscal year: 1, 2, 3 … without a gap. */
  @Column('integer')
  seq: number;

  /** `INV/26-27/000123`. */
  @Column('text')
  number: string;

  @Column('bigint')
  issuedAt: number;

  /** Minor units of the currency. Of a credit note, what it takes back. */
  @Column('bigint')
  total: number;

  /** Document that a credit note credits; null for the other kinds. */
  @ForeignKey('Document', { name: 'documents_credits_id_fkey' })
  @Column('uuid', { nullable: true })
  creditsId: string | null;

  /** True for a credit note of all that was left of its document, after which the order may get another one. */
  @Column('boolean')
  reversal: boolean;

  /** Number of the document among those of its order, from 1. */
  @Column('integer')
  ordinal: number;

  /** Canonical JSON of all that the document states, without personal data. */
  @Column('text')
  content: string;

  /** JSON of the buyer's name and address with a random salt; null when it need not be kept any longer. */
  @Column('text', { nullable: true })
  buyer: string | null;

  /** SHA-256 of the previous hash in the series, a line feed and the content, in hex. */
  @Column('text')
  sha256: string;

  /** Blank for the first document of a series. */
  @Column('text')
  previousSha256: string;
}
