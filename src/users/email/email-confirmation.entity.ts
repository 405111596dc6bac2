import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A mailed link that confirms an address: the one of the account, or a new one that replaces it. */
@Entity('email_confirmations')
@Unique('email_confirmations_token_hash_key', ['tokenHash'])
@Index('email_confirmations_user_id_idx', ['userId', 'createdAt'])
@Index('email_confirmations_email_key_idx', ['emailKey', 'createdAt'])
@Index('email_confirmations_expires_at_idx', ['expiresAt'])
export class EmailConfirmation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'email_confirmations_pkey' })
  id: string;

  @ForeignKey('User', { name: 'email_confirmations_user_id_fkey' })
  @Column('uuid')
  userId: string;

  @Column('text')
  email: string;

  @Column('text')
  emailKey: string;

  /** SHA-256 of the token, in hex. */
  @Column('text')
  tokenHash: string;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  expiresAt: number;

  /** Time when it was used or voided. */
  @Column('bigint', { nullable: true })
  closedAt: number | null;

  /** Address of the account until this one replaced it; null if it has replaced none. */
  @Column('text', { nullable: true })
  previousEmail: string | null;
}
