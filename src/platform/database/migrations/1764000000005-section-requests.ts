import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

const SECTION_REQUESTS = table({
  name: 'section_requests',
  columns: [
    id('id', KEY),
    text('request_type'),
    id('section_id', OPTIONAL),
    text('section_name'),
    id('move_products_to', OPTIONAL),
    text('reason'),
    text('status'),
    integer('section_version', OPTIONAL),
    id('requested_by'),
    bigint('created_at'),
    id('decided_by', OPTIONAL),
    bigint('decided_at', OPTIONAL),
    text('decision_note', OPTIONAL),
  ],
  references: { requested_by: 'users.id', decided_by: 'users.id' },
  checks: {
    section_requests_request_type_check: `request_type IN ('create', 'rename', 'delete')`,
    section_requests_status_check: `status IN ('pending', 'approved', 'rejected')`,
    section_requests_decided_check: `(status = 'pending') = (decided_at IS NULL)`,
    section_requests_rejection_check: `status <> 'rejected' OR decision_note IS NOT NULL`,
  },
  indices: {
    section_requests_requested_by_idx: ['requested_by', 'created_at', 'id'],
    section_requests_status_idx: ['status', 'created_at', 'id'],
    section_requests_section_id_idx: ['section_id', 'status'],
  },
});

export class SectionRequests1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(SECTION_REQUESTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(SECTION_REQUESTS);
  }
}
