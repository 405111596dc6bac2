import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Recent failures to sign in, for one account or from one address. */
@Entity('sign_in_attempts')
@Check('sign_in_attempts_failures_check', 'failures >= 0')
@Index('sign_in_attempts_last_at_idx', ['lastAt'])
export class SignInAttempt {
  /** `account:<SHA-256 of the name in lower case>` or `address:<IP address>`. */
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
