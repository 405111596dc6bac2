import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Settings of one kind that an admin has changed. Without a row, the defaults in code apply. */
@Entity('settings')
export class Setting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'settings_pkey' })
  key: string;

  /** JSON of the settings. A field that a later release added is missing in it. */
  @Column('text')
  value: string;

  @Column('integer')
  version: number;

  @Column('bigint')
  changedAt: number;

  /** Null for the store itself. */
  @ForeignKey('User', { name: 'settings_changed_by_fkey' })
  @Column('uuid', { nullable: true })
  changedBy: string | null;
}
