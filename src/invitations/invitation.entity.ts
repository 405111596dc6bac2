import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The invitation of a customer to set the first password. */
@Entity('invitations')
@Index('invitations_import_id_idx', ['importId', 'invitedAt'])
export class Invitation {
  @ForeignKey('User', { name: 'invitations_user_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitations_pkey' })
  userId: string;

  /** The import that has opened the account; null once that is deleted. */
  @ForeignKey('Import', { name: 'invitations_import_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  importId: string | null;

  /** Time of the latest invitation; null before the first. */
  @Column('bigint', { nullable: true })
  invitedAt: number | null;

  /** The member of staff who has invited the customer last. */
  @ForeignKey('User', { name: 'invitations_invited_by_fkey' })
  @Column('uuid', { nullable: true })
  invitedBy: string | null;

  /** Number of invitations. */
  @Column('integer', { default: 0 })
  times: number;
}
