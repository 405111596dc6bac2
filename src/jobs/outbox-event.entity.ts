import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('outbox_events')
@Check('outbox_events_attempts_check', 'attempts >= 0')
@Index('outbox_events_open_idx', ['completedAt', 'createdAt'])
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

  @Column('bigint', { nullable: true })
  dispatchedAt: number | null;

  @Column('bigint', { nullable: true })
  completedAt: number | null;

  @Column('integer', { default: 0 })
  attempts: number;
}
