import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExportStatus } from './export-status.js';

/** A file requested by staff, with its progress and the time until which it is available. */
@Entity('exports')
@Check('exports_status_check', `status IN ('queued', 'running', 'done', 'failed', 'cancelled', 'expired')`)
@Check('exports_done_check', `status <> 'done' OR (bytes IS NOT NULL AND expires_at IS NOT NULL)`)
@Index('exports_owner_id_idx', ['ownerId', 'createdAt'])
@Index('exports_created_at_idx', ['createdAt', 'id'])
@Index('exports_status_idx', ['status', 'expiresAt'])
export class Export {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exports_pkey' })
  id: string;

  @ForeignKey('User', { name: 'exports_owner_id_fkey' })
  @Column('uuid')
  ownerId: string;

  /** Name of an `ExportSource`. */
  @Column('text')
  kind: string;

  /** JSON, validated by the source. */
  @Column('text')
  parameters: string;

  /** True for a file with a byte order mark, which some spreadsheets need to recognize UTF-8. */
  @Column('boolean')
  withBom: boolean;

  @Column('text')
  status: ExportStatus;

  @Column('bigint', { default: 0 })
  rowsDone: number;

  /** Null until the rows have been counted. */
  @Column('bigint', { nullable: true })
  rowsTotal: number | null;

  @Column('bigint', { nullable: true })
  bytes: number | null;

  /** Error code of the failure. */
  @Column('text', { nullable: true })
  error: string | null;

  /** Number of the latest attempt, the only one that counts; 0 before the first. */
  @Column('integer', { default: 0 })
  attempt: number;

  /** Time until which its worker is considered alive. */
  @Column('bigint', { nullable: true })
  leaseUntil: number | null;

  @Column('bigint')
  createdAt: number;

  @Column('bigint', { nullable: true })
  startedAt: number | null;

  @Column('bigint', { nullable: true })
  finishedAt: number | null;

  @Column('bigint', { nullable: true })
  expiresAt: number | null;
}
