import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A period for which a schedule was started. Its key is unique, so that only one process starts it. */
@Entity('schedule_runs')
export class ScheduleRun {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'schedule_runs_pkey' })
  schedule: string;

  /** When it was due, in milliseconds since 1970. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'schedule_runs_pkey' })
  dueAt: number;

  @Column('bigint')
  createdAt: number;

  /** Null if the period was skipped: it was due before the store's first start, or too long ago. */
  @Column('uuid', { nullable: true })
  eventId: string | null;
}
