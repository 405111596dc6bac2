import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('audit_entries')
@Index('audit_entries_at_idx', ['at', 'id'])
@Index('audit_entries_actor_id_idx', ['actorId', 'at'])
@Index('audit_entries_action_idx', ['action', 'at'])
@Index('audit_entries_subject_idx', ['subjectType', 'subjectId', 'at'])
export class AuditEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_entries_pkey' })
  id: string;

  /** Null for the store itself and for anonymous clients. */
  @ForeignKey('User', { name: 'audit_entries_actor_id_fkey' })
  @Column('uuid', { nullable: true })
  actorId: string | null;

  /** Such as `users.suspended`. */
  @Column('text')
  action: string;

  @Column('text')
  subjectType: string;

  @Column('text', { nullable: true })
  subjectId: string | null;

  /** JSON. */
  @Column('text', { nullable: true })
  before: string | null;

  /** JSON. */
  @Column('text', { nullable: true })
  after: string | null;

  @Column('text', { nullable: true })
  requestId: string | null;

  @Column('bigint')
  at: number;
}
