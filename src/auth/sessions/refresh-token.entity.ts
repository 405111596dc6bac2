import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An issued refresh token. It works once: the exchange issues a successor. */
@Entity('refresh_tokens')
@Index('refresh_tokens_session_id_idx', ['sessionId'])
export class RefreshToken {
  /** SHA-256 of the token, in hex. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'refresh_tokens_pkey' })
  tokenHash: string;

  @ForeignKey('Session', { name: 'refresh_tokens_session_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid')
  sessionId: string;

  @Column('bigint')
  createdAt: number;

  @Column('bigint', { nullable: true })
  usedAt: number | null;
}
