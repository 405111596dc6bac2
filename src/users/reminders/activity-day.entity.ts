import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A day on which a user was active, in the store's time zone. */
@Entity('activity_days')
@Index('activity_days_day_idx', ['day', 'userId'])
export class ActivityDay {
  @ForeignKey('User', { name: 'activity_days_user_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'activity_days_pkey' })
  userId: string;

  /** YYYY-MM-DD. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'activity_days_pkey' })
  day: string;
}
