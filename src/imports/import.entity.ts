import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ImportStatus } from './import-status.js';

/** A file of products that staff sent, how far the store has come with it, and what came of it. */
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
export class Import {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'imports_pkey' })
  id: string;

  @ForeignKey('User', { name: 'imports_owner_id_fkey' })
  @Column('uuid')
  ownerId: string;

  /** As the browser named it. */
  @Column('text')
  fileName: string;

  @Column('bigint')
  bytes: number;

  /** SHA-256 of the file, in hexadecimal: what the audit log keeps of it. */
  @Column('text')
  sha256: string;

  /** Whether it only tells what it would do. */
  @Column('boolean')
  dryRun: boolean;

  @Column('text')
  status: ImportStatus;

  /** How far it has come: the first half is for validating, the second for applying. */
  @Column('integer', { default: 0 })
  percent: number;

  /** Null until all have been read. */
  @Column('integer', { nullable: true })
  rowsTotal: number | null;

  /** Products that are new by it. */
  @Column('integer', { default: 0 })
  added: number;

  /** Products that were there and are changed by it. */
  @Column('integer', { default: 0 })
  updated: number;

  /** Lines of the ledger that it wrote. */
  @Column('integer', { default: 0 })
  deliveries: number;

  /** How many faults there are in all; the first of them are kept as `ImportError`. */
  @Column('integer', { default: 0 })
  errorCount: number;

  /** The code of why it failed. */
  @Column('text', { nullable: true })
  error: string | null;

  /** How often it was begun: the number of the attempt that counts. */
  @Column('integer', { default: 0 })
  attempt: number;

  /** Until when whoever works on it is taken to be alive. */
  @Column('bigint', { nullable: true })
  leaseUntil: number | null;

  @Column('bigint')
  createdAt: number;

  @Column('bigint', { nullable: true })
  startedAt: number | null;

  @Column('bigint', { nullable: true })
  finishedAt: number | null;
}
