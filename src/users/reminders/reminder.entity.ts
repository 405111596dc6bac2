import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A reminder enqueued for a shopper, at most one per day. */
@Entity('reminders')
@Index('reminders_created_at_idx', ['createdAt'])
export class Reminder {
  @ForeignKey('User', { name: 'reminders_user_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminders_pkey' })
  userId: string;

  /** YYYY-MM-DD, in the store's time zone. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'reminders_pkey' })
  day: string;

  @Column('bigint')
  createdAt: number;
}
