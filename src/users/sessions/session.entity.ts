import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A sign-in on a device, and the family of refresh tokens issued for it. */
@Entity('sessions')
@Index('sessions_user_id_idx', ['userId', 'endedAt'])
@Index('sessions_expires_at_idx', ['expiresAt'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pkey' })
  id: string;

  @ForeignKey('User', { name: 'sessions_user_id_fkey' })
  @Column('uuid')
  userId: string;

  /** As the browser sends it; empty if it sends none. */
  @Column('text')
  userAgent: string;

  /** IP address of the latest use. */
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
