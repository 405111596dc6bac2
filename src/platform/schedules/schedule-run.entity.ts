import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A period for which a schedule has been started. Being unique, it is started once, whoever sees that it is due. */
@Entity('schedule_runs')
export class ScheduleRun {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'schedule_runs_pkey' })
  schedule: string;

  /** The instant at which it was due. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'schedule_runs_pkey' })
  dueAt: number;

  @Column('bigint')
  createdAt: number;

  /** Null where it was passed over: what was due before a store's first start, or too long ago. */
  @Column('uuid', { nullable: true })
  eventId: string | null;
}
