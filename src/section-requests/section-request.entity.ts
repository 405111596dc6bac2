import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SectionRequestStatus, SectionRequestType } from './section-request-rules.js';

@Entity('section_requests')
@Check('section_requests_request_type_check', `request_type IN ('create', 'rename', 'delete')`)
@Check('section_requests_status_check', `status IN ('pending', 'approved', 'rejected')`)
@Check('section_requests_decided_check', `(status = 'pending') = (decided_at IS NULL)`)
@Check('section_requests_rejection_check', `status <> 'rejected' OR decision_note IS NOT NULL`)
@Index('section_requests_requested_by_idx', ['requestedBy', 'createdAt', 'id'])
@Index('section_requests_status_idx', ['status', 'createdAt', 'id'])
@Index('section_requests_section_id_idx', ['sectionId', 'status'])
export class SectionRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'section_requests_pkey' })
  id: string;

  @Column('text')
  requestType: SectionRequestType;

  /** No foreign key: the history of requests outlives the section. */
  @Column('uuid', { nullable: true })
  sectionId: string | null;

  /** Requested name of the section; of one to delete, its name at the time of the request. */
  @Column('text')
  sectionName: string;

  /** Section that receives the products of a deleted one. */
  @Column('uuid', { nullable: true })
  moveProductsTo: string | null;

  @Column('text')
  reason: string;

  @Column('text')
  status: SectionRequestStatus;

  /** Version of the section at the time of the request. */
  @Column('integer', { nullable: true })
  sectionVersion: number | null;

  @ForeignKey('User', { name: 'section_requests_requested_by_fkey' })
  @Column('uuid')
  requestedBy: string;

  @Column('bigint')
  createdAt: number;

  @ForeignKey('User', { name: 'section_requests_decided_by_fkey' })
  @Column('uuid', { nullable: true })
  decidedBy: string | null;

  @Column('bigint', { nullable: true })
  decidedAt: number | null;

  @Column('text', { nullable: true })
  decisionNote: string | null;
}
