import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExportStatus } from './export-status.js';

/** Something that staff asked to have as a file, how far it has come, and until when the file is there. */
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

  /** The name of an `ExportSource`. */
  @Column('text')
  kind: string;

  /** JSON, as the source checked it. */
  @Column('text')
  parameters: string;

  /** Whether the file begins with a byte order mark, which some spreadsheets need to see that it is UTF-8. */
  @Column('boolean')
  withBom: boolean;

  @Column('text')
  status: ExportStatus;

  @Column('bigint', { default: 0 })
  rowsDone: number;

  /** Null until they have been counted. */
  @Column('bigint', { nullable: true })
  rowsTotal: number | null;

  @Column('bigint', { nullable: true })
  bytes: number | null;

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

  @Column('bigint', { nullable: true })
  expiresAt: number | null;
}
