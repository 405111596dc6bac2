import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

const OPEN = 'completed_at IS NULL AND failed_at IS NULL';

// Each index holds only the rows that its query selects. When most events are completed, the planner estimates no pending
// ones and picks any index that it has: so there is no other to pick.
@Entity('outbox_events')
@Check('outbox_events_attempts_check', 'attempts >= 0')
@Index('outbox_events_new_idx', ['createdAt', 'id'], { where: `${OPEN} AND dispatched_at IS NULL` })
@Index('outbox_events_taken_idx', ['dispatchedAt'], { where: `${OPEN} AND dispatched_at IS NOT NULL` })
@Index('outbox_events_subject_idx', ['subject', 'createdAt', 'id'], { where: OPEN })
@Index('outbox_events_failed_idx', ['failedAt'], { where: 'completed_at IS NULL AND failed_at IS NOT NULL' })
@Index('outbox_events_completed_idx', ['completedAt'], { where: 'completed_at IS NOT NULL' })
export class OutboxEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_events_pkey' })
  id: string;

  @Column('text')
  type: string;

  /** Events of one subject are processed in order. */
  @Column('text')
  subject: string;

  /** JSON: the ids by which the processor loads what it needs. */
  @Column('text')
  payload: string;

  @Column('bigint')
  createdAt: number;

  /** When it was last added to its queue, or found there. */
  @Column('bigint', { nullable: true })
  dispatchedAt: number | null;

  @Column('bigint', { nullable: true })
  completedAt: number | null;

  /** When its last attempt failed. It then waits for an admin, and blocks no other event. */
  @Column('bigint', { nullable: true })
  failedAt: number | null;

  /** Reason of the failure, as a sentence. */
  @Column('text', { nullable: true })
  failure: string | null;

  /** Number of times that it was added to its queue. */
  @Column('integer', { default: 0 })
  attempts: number;
}
