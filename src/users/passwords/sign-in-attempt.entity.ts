import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Recent failures to enter a password, by what is counted. */
@Entity('sign_in_attempts')
@Check('sign_in_attempts_failures_check', 'failures >= 0')
@Index('sign_in_attempts_last_at_idx', ['lastAt'])
export class SignInAttempt {
  /** See `attempt-counters.ts`; names are hashed. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_attempts_pkey' })
  key: string;

  @Column('integer')
  failures: number;

  /** Attempts before this time are refused without checking the password. */
  @Column('bigint')
  blockedUntil: number;

  @Column('bigint')
  lastAt: number;
}
