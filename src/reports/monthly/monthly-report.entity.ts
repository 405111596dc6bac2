import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A monthly report enqueued for a user, at most one per month. */
@Entity('monthly_reports')
@Index('monthly_reports_created_at_idx', ['createdAt'])
export class MonthlyReport {
  @ForeignKey('User', { name: 'monthly_reports_user_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'monthly_reports_pkey' })
  userId: string;

  /** YYYY-MM, in the store's time zone. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'monthly_reports_pkey' })
  month: string;

  @Column('bigint')
  createdAt: number;
}
