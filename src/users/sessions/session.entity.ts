import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One sign-in on one device, and so the family of all refresh tokens that came out of it. */
@Entity('sessions')
@Index('sessions_user_id_idx', ['userId', 'endedAt'])
@Index('sessions_expires_at_idx', ['expiresAt'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pkey' })
  id: string;

  @ForeignKey('User', { name: 'sessions_user_id_fkey' })
  @Column('uuid')
  userId: string;

  /** As the browser names itself; empty where it does not. */
  @Column('text')
  userAgent: string;

  /** The network address that it was last used from. */
  @Column('text')
  address: string;

  @Column('bigint')
  createdAt: number;

  @Column('bigint')
  lastUsedAt: number;

  @Column('bigint')
  expiresAt: number;

  @Column('bigint', { nullable: true })
  endedAt: number | null;
}
