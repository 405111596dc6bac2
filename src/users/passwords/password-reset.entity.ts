import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A one-time token for setting a new password, mailed to a user who forgot the old one. */
@Entity('password_resets')
@Unique('password_resets_token_hash_key', ['tokenHash'])
@Index('password_resets_user_id_idx', ['userId'])
@Index('password_resets_expires_at_idx', ['expiresAt'])
export class PasswordReset {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'password_resets_pkey' })
  id: string;

  /** SHA-256 of the token, in hex. */
  @Column('text')
  tokenHash: string;

  @ForeignKey('User', { name: 'password_resets_user_id_fkey' })
  @Column('uuid')
  userId: string;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  expiresAt: number;

  /** Time when it was used, or voided by another change of the password or the e-mail address. */
  @Column('bigint', { nullable: true })
  usedAt: number | null;
}
