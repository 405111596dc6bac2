import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('outbox_events')
@Check('outbox_events_attempts_check', 'attempts >= 0')
// What is open comes first in it: what nobody has taken yet, and behind it what was taken longest ago.
@Index('outbox_events_open_idx', ['completedAt', 'failedAt', 'dispatchedAt', 'createdAt'])
@Index('outbox_events_subject_idx', ['subject', 'createdAt'])
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
