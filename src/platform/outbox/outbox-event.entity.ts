import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

const OPEN = 'completed_at IS NULL AND failed_at IS NULL';

// Each index holds only the rows that its reader looks for. Where most events are done, a planner takes those that are
// open for none, and one index for as good as another: so there is no other that it could take.
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

  /** What the event is about. Events of one subject are worked on in their order. */
  @Column('text')
  subject: string;

  /** JSON: ids, by which the processor loads what it needs. */
  @Column('text')
  payload: string;

  @Column('bigint')
  createdAt: number;

  /** When it was last handed to its queue, or seen to be in it. */
  @Column('bigint', { nullable: true })
  dispatchedAt: number | null;

  @Column('bigint', { nullable: true })
  completedAt: number | null;

  /** When its last try failed. It waits for an admin then, and holds up no other event. */
  @Column('bigint', { nullable: true })
  failedAt: number | null;

  /** Why, in a sentence. */
  @Column('text', { nullable: true })
  failure: string | null;

  /** How often it was handed to its queue. */
  @Column('integer', { default: 0 })
  attempts: number;
}
