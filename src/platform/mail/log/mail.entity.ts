import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A sent, pending or held mail. Its key prevents sending it twice. Neither bodies nor tokens are stored here. */
@Entity('mails')
@Unique('mails_key_key', ['key'])
@Check('mails_attempts_check', 'attempts >= 0')
@Check('mails_outcome_check', 'sent_at IS NULL OR refused_at IS NULL')
@Index('mails_created_at_idx', ['createdAt', 'id'])
@Index('mails_kind_idx', ['kind', 'createdAt', 'id'])
@Index('mails_user_id_idx', ['userId'])
@Index('mails_held_at_idx', ['heldAt'], { where: 'held_at IS NOT NULL' })
export class Mail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mails_pkey' })
  id: string;

  /** Idempotency key, such as the ID of the event that caused the mail. */
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

  /** `Message-ID` header, the same for each attempt, so that duplicates can be recognized. */
  @Column('text')
  messageId: string;

  @Column('bigint')
  createdAt: number;

  /** End of the claim of the worker that sends it; null if no worker does. */
  @Column('bigint', { nullable: true })
  claimedUntil: number | null;

  @Column('bigint', { nullable: true })
  sentAt: number | null;

  /** Time at which the recipient's server refused it permanently. */
  @Column('bigint', { nullable: true })
  refusedAt: number | null;

  /** Time at which it was held back. It is never sent. */
  @Column('bigint', { nullable: true })
  heldAt: number | null;

  @Column('text', { nullable: true })
  heldReason: string | null;

  @Column('integer', { default: 0 })
  attempts: number;

  /** Reason why the latest attempt failed. */
  @Column('text', { nullable: true })
  lastError: string | null;
}
