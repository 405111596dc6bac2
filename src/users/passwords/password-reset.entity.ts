import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A one-time way to set a new password, mailed to who forgot theirs. */
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

  /** When it was used, or made void by another way to a new password. */
  @Column('bigint', { nullable: true })
  usedAt: number | null;
}
