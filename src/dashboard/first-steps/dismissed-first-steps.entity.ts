import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An account whose user wants to see the first steps no more. */
@Entity('dismissed_first_steps')
export class DismissedFirstSteps {
  @ForeignKey('User', { name: 'dismissed_first_steps_user_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'dismissed_first_steps_pkey' })
  userId: string;

  @Column('bigint')
  dismissedAt: number;
}
