import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ImportStatus } from './import-status.js';
import type { ImportKind } from './kinds/import-kinds.js';

/** An import: its file, progress and result. */
@Entity('imports')
@Check(
  'imports_status_check',
  `status IN ('queued', 'validating', 'applying', 'done', 'invalid', 'failed', 'cancelled')`,
)
@Check('imports_percent_check', 'percent BETWEEN 0 AND 100')
@Check('imports_invalid_check', `(status = 'invalid') = (error_count > 0)`)
@Index('imports_owner_id_idx', ['ownerId', 'createdAt'])
@Index('imports_created_at_idx', ['createdAt', 'id'])
@Index('imports_status_idx', ['status'])
@Index('imports_content_sha256_idx', ['contentSha256'])
export class Import {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'imports_pkey' })
  id: string;

  @ForeignKey('User', { name: 'imports_owner_id_fkey' })
  @Column('uuid')
  ownerId: string;

  /** What the file holds. */
  @Column('text', { default: 'products' })
  kind: ImportKind;

  /** Name of the file in the browser. */
  @Column('text')
  fileName: string;

  @Column('bigint')
  bytes: number;

  /** SHA-256 of the file, in hexadecimal. The audit log records it. */
  @Column('text')
  sha256: string;

  /** SHA-256 of the rows, by which the file is known again. See `RowsHash`. */
  @Column('text', { default: '' })
  contentSha256: string;

  /** True if the import only reports what it would change. */
  @Column('boolean')
  dryRun: boolean;

  @Column('text')
  status: ImportStatus;

  /** Progress in percent: validation up to 50, applying up to 100. */
  @Column('integer', { default: 0 })
  percent: number;

  /** Null until all rows are read. */
  @Column('integer', { nullable: true })
  rowsTotal: number | null;

  /** Number of products, customers or orders created. */
  @Column('integer', { default: 0 })
  added: number;

  /** Number of existing products or customers changed. */
  @Column('integer', { default: 0 })
  updated: number;

  /** Number of deliveries written. */
  @Column('integer', { default: 0 })
  deliveries: number;

  /** Number of products whose stock was set to a count. */
  @Column('integer', { default: 0 })
  counted: number;

  /** Number of rows whose rate changes so much that a person must confirm it. */
  @Column('integer', { default: 0 })
  rateChanges: number;

  /** Number of such rows that a person has confirmed. */
  @Column('integer', { default: 0 })
  confirmedRateChanges: number;

  /** Total number of row errors. The first ones are stored as `ImportRowError`. */
  @Column('integer', { default: 0 })
  errorCount: number;

  /** What the person said about the file, as JSON of `ReadingBody`. */
  @Column('text', { default: '{}' })
  readingChoice: string;

  /** How the file is read, as JSON of `Reading`. Null until it is decided. */
  @Column('text', { nullable: true })
  reading: string | null;

  /** The row errors by kind, and the sections that are missing, as JSON of `FaultSummary`. Null without errors. */
  @Column('text', { nullable: true })
  faults: string | null;

  /** Code of the failure. */
  @Column('text', { nullable: true })
  error: string | null;

  /** Number of the latest attempt: only its worker may change the row. */
  @Column('integer', { default: 0 })
  attempt: number;

  /** Time until which the lease of the worker is valid. */
  @Column('bigint', { nullable: true })
  leaseUntil: number | null;

  @Column('bigint')
  createdAt: number;

  @Column('bigint', { nullable: true })
  startedAt: number | null;

  @Column('bigint', { nullable: true })
  finishedAt: number | null;
}
