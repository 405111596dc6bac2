import { toIsoString } from '../platform/common/iso-time.js';
import { sql, type ReadConnection, type Sql } from '../platform/database/transaction.js';
import type { SectionRequestStatus, SectionRequestType } from './section-request-rules.js';
import type { SectionRequestView } from './section-requests.dto.js';
import { sectionRequestErrors } from './section-requests.errors.js';

/** A stored request, with the names of its users and sections. */
export interface SectionRequestRow {
  readonly id: string;
  readonly requestType: SectionRequestType;
  readonly sectionId: string | null;
  readonly sectionName: string;
  readonly currentSectionName: string | null;
  readonly moveProductsTo: string | null;
  readonly moveProductsToName: string | null;
  readonly reason: string;
  readonly status: SectionRequestStatus;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly createdAt: number;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: number | null;
  readonly decisionNote: string | null;
}

/** FROM: requests as `r`, requesters as `asker`, and the other tables that {@link REQUEST_COLUMNS_SQL} reads. */
export const REQUESTS_FROM_SQL: Sql = sql`
  section_requests r
  JOIN users asker ON asker.id = r.requested_by
  LEFT JOIN users decider ON decider.id = r.decided_by
  LEFT JOIN sections section ON section.id = r.section_id
  LEFT JOIN sections target ON target.id = r.move_products_to`;

/** SELECT: the columns of a {@link SectionRequestRow}. */
export const REQUEST_COLUMNS_SQL: Sql = sql`
  r.id, r.request_type AS "requestType", r.section_id AS "sectionId", r.section_name AS "sectionName",
  section.name AS "currentSectionName", r.move_products_to AS "moveProductsTo", target.name AS "moveProductsToName",
  r.reason, r.status, r.requested_by AS "requestedBy", asker.username AS "requestedByName",
  r.created_at AS "createdAt", r.decided_by AS "decidedBy", decider.username AS "decidedByName",
  r.decided_at AS "decidedAt", r.decision_note AS "decisionNote"`;

/** @throws section-requests.not-found */
export async function loadView(from: ReadConnection, id: string): Promise<SectionRequestView> {
  const row = await from.row<SectionRequestRow>(
    sql`SELECT ${REQUEST_COLUMNS_SQL} FROM ${REQUESTS_FROM_SQL} WHERE r.id = ${id}`,
  );
  if (row === undefined) throw sectionRequestErrors['not-found']();
  return viewOf(row);
}

/** Converts a row to its API representation. */
export function viewOf(row: SectionRequestRow): SectionRequestView {
  return {
    ...row,
    createdAt: toIsoString(row.createdAt),
    decidedAt: toIsoString(row.decidedAt),
  };
}
