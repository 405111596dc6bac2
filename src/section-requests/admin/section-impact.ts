import { Injectable } from '@nestjs/common';
import { nameKeyOf } from '../../catalog/search/text-normalization.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { REQUESTS, ROW, type SectionRequestRow } from '../section-request-rows.js';
import { isUpToDate, meets, type AboutSections } from '../section-request-rules.js';
import type { SectionImpactView } from '../section-requests.dto.js';
import { SectionRequestNotFound } from '../section-requests.errors.js';

interface ImpactRow extends SectionRequestRow {
  readonly askedVersion: number | null;
  readonly sectionVersion: number | null;
  readonly products: number;
  readonly carts: number;
}

/** What an admin sees before deciding: whom and what the change would touch. */
@Injectable()
export class SectionImpact {
  constructor(private readonly database: Database) {}

  /** @throws SectionRequestNotFound */
  async of(requestId: string): Promise<SectionImpactView> {
    const request = isId(requestId) ? await this.load(requestId) : undefined;
    if (request === undefined) throw new SectionRequestNotFound();
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
      pendingRequests: await this.pendingRequestsMetBy(request),
      nameTaken: requestType !== 'delete' && (await this.isTaken(sectionName, sectionId)),
      moveProductsTo,
      moveProductsToName,
      productNamesClashing: await this.namesInBoth(sectionId, moveProductsTo),
    };
  }

  private async load(id: string): Promise<ImpactRow | undefined> {
    return this.database.read.row<ImpactRow>(sql`
      SELECT ${ROW}, r.section_version AS "askedVersion", section.version AS "sectionVersion",
        (SELECT count(*) FROM products p WHERE p.section_id = r.section_id AND p.deleted_at IS NULL) AS products,
        (SELECT count(DISTINCT c.user_id) FROM products p JOIN cart_items c ON c.product_id = p.id
         WHERE p.section_id = r.section_id AND p.deleted_at IS NULL) AS carts
      FROM ${REQUESTS} WHERE r.id = ${id}`);
  }

  /** Names are compared by their words, which SQL cannot do: only an admin's undecided work is read, and never much. */
  private async pendingRequestsMetBy(request: ImpactRow): Promise<number> {
    const others = await this.database.read.rows<AboutSections>(sql`
      SELECT request_type AS "requestType", section_id AS "sectionId", section_name AS "sectionName",
             move_products_to AS "moveProductsTo"
      FROM section_requests WHERE status = 'pending' AND id <> ${request.id}`);
    return others.filter((other) => meets(request, other, nameKeyOf)).length;
  }

  private async isTaken(name: string, own: string | null): Promise<boolean> {
    const holder = await this.database.read.row<{ id: string }>(
      sql`SELECT id FROM sections WHERE name_key = ${nameKeyOf(name)}`,
    );
    return holder !== undefined && holder.id !== own;
  }

  private async namesInBoth(from: string | null, to: string | null): Promise<string[]> {
    if (from === null || to === null) return [];
    const rows = await this.database.read.rows<{ name: string }>(sql`
      SELECT a.name FROM products a JOIN products b ON b.section_id = ${to} AND b.name_key = a.name_key
      WHERE a.section_id = ${from} AND a.deleted_at IS NULL
      ORDER BY a.name_key LIMIT 50`);
    return rows.map(({ name }) => name);
  }
}
