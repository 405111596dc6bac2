import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What was sent to whom, and what keeps it from being sent twice. Neither bodies nor tokens are kept here. */
@Entity('mails')
@Unique('mails_key_key', ['key'])
@Check('mails_attempts_check', 'attempts >= 0')
@Check('mails_outcome_check', 'sent_at IS NULL OR refused_at IS NULL')
@Index('mails_created_at_idx', ['createdAt', 'id'])
@Index('mails_kind_idx', ['kind', 'createdAt', 'id'])
@Index('mails_user_id_idx', ['userId'])
export class Mail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mails_pkey' })
  id: string;

  /** What it is sent once for, such as the event that promised it. */
  @Column('text')
  key: string;

  @Column('text')
  kind: string;

  @ForeignKey('User', { name: 'mails_user_id_fkey' })
  @Column('uuid', { nullable: true })
  userId: string | null;

  @Column('text')
  address: string;

  @Column('text')
  subject: string;

  /** Of the header `Message-ID`, the same at each attempt: two copies can be told to be one message. */
  @Column('text')
  messageId: string;

  @Column('bigint')
  createdAt: number;

  /** Until then nobody else sends it; null where nobody is at it. */
  @Column('bigint', { nullable: true })
  claimedUntil: number | null;

  @Column('bigint', { nullable: true })
  sentAt: number | null;

  /** When the recipient's server said that it will never take it. */
  @Column('bigint', { nullable: true })
  refusedAt: number | null;

  @Column('integer', { default: 0 })
  attempts: number;

  /** Why the latest attempt failed. */
  @Column('text', { nullable: true })
  lastError: string | null;
}
