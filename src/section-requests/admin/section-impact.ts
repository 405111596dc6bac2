import { Injectable } from '@nestjs/common';
import { nameKeyOf } from '../../catalog/search/text-normalization.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { REQUESTS_FROM_SQL, REQUEST_COLUMNS_SQL, type SectionRequestRow } from '../section-request-rows.js';
import { isUpToDate, conflictsWith, type SectionChangeTarget } from '../section-request-rules.js';
import { MAX_CLASHES, type SectionImpactView } from '../section-requests.dto.js';
import { sectionRequestErrors } from '../section-requests.errors.js';

interface ImpactRow extends SectionRequestRow {
  readonly askedVersion: number | null;
  readonly sectionVersion: number | null;
  readonly products: number;
  readonly carts: number;
}

/** Shows an admin what a change would affect, before the decision. */
@Injectable()
export class SectionImpact {
  constructor(private readonly database: Database) {}

  /** @throws section-requests.not-found */
  async of(requestId: string): Promise<SectionImpactView> {
    const request = isId(requestId) ? await this.load(requestId) : undefined;
    if (request === undefined) throw sectionRequestErrors['not-found']();
    const { requestType, sectionId, sectionName, currentSectionName, moveProductsTo, moveProductsToName } =
      request;
    const { askedVersion, sectionVersion, products, carts } = request;
    return {
      requestType,
      sectionId,
      sectionName,
      currentSectionName,
      sectionVersion,
      changedSinceAsked:
        requestType !== 'create' && !isUpToDate(askedVersion, sectionVersion ?? undefined, undefined),
      products,
      carts,
      pendingRequests: await this.countPendingConflicts(request),
      nameTaken: requestType !== 'delete' && (await this.isNameTaken(sectionName, sectionId)),
      moveProductsTo,
      moveProductsToName,
      productNamesClashing: await this.sharedProductNames(sectionId, moveProductsTo),
    };
  }

  private async load(id: string): Promise<ImpactRow | undefined> {
    return this.database.read.row<ImpactRow>(sql`
      SELECT ${REQUEST_COLUMNS_SQL}, r.section_version AS "askedVersion", section.version AS "sectionVersion",
        (SELECT count(*) FROM products p WHERE p.section_id = r.section_id AND p.deleted_at IS NULL) AS products,
        (SELECT count(DISTINCT c.user_id) FROM products p JOIN cart_items c ON c.product_id = p.id
         WHERE p.section_id = r.section_id AND p.deleted_at IS NULL) AS carts
      FROM ${REQUESTS_FROM_SQL} WHERE r.id = ${id}`);
  }

  /** Compares names by their keys, which SQL cannot compute. Reads only pending requests, which are few. */
  private async countPendingConflicts(request: ImpactRow): Promise<number> {
    const others = await this.database.read.rows<SectionChangeTarget>(sql`
      SELECT request_type AS "requestType", section_id AS "sectionId", section_name AS "sectionName",
             move_products_to AS "moveProductsTo"
      FROM section_requests WHERE status = 'pending' AND id <> ${request.id}`);
    return others.filter((other) => conflictsWith(request, other, nameKeyOf)).length;
  }

  private async isNameTaken(name: string, ownId: string | null): Promise<boolean> {
    const holder = await this.database.read.row<{ id: string }>(
      sql`SELECT id FROM sections WHERE name_key = ${nameKeyOf(name)}`,
    );
    return holder !== undefined && holder.id !== ownId;
  }

  private async sharedProductNames(from: string | null, to: string | null): Promise<string[]> {
    if (from === null || to === null) return [];
    const rows = await this.database.read.rows<{ name: string }>(sql`
      SELECT a.name FROM products a JOIN products b ON b.section_id = ${to} AND b.name_key = a.name_key
      WHERE a.section_id = ${from} AND a.deleted_at IS NULL
      ORDER BY a.name_key LIMIT ${MAX_CLASHES}`);
    return rows.map(({ name }) => name);
  }
}
