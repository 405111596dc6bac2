import { Injectable } from '@nestjs/common';
import { lockSections } from '../../catalog/admin/catalog-locks.js';
import { SectionWriter } from '../../catalog/admin/sections/section-writer.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { loadView } from '../section-request-rows.js';
import { isUpToDate } from '../section-request-rules.js';
import type { SectionRequest } from '../section-request.entity.js';
import type { ApproveSectionRequestBody, SectionRequestView } from '../section-requests.dto.js';
import { sectionRequestErrors } from '../section-requests.errors.js';
import { SectionRequestDecisions } from './section-request-decisions.js';

/** Applies the requested change and decides the request, in one transaction. */
@Injectable()
export class ApproveSectionRequest {
  constructor(
    private readonly database: Database,
    private readonly sectionWriter: SectionWriter,
    private readonly decisions: SectionRequestDecisions,
  ) {}

  /**
   * @throws section-requests.not-found, section-requests.already-decided, section-requests.section-changed, and the
   *   errors of the change itself
   */
  async run(
    admin: AuthenticatedUser,
    id: string,
    body: ApproveSectionRequestBody,
  ): Promise<SectionRequestView> {
    return this.database.transaction(async (tx) => {
      const request = await this.decisions.lockPending(tx, id);
      const sectionId = await this.apply(tx, admin, request, body.sectionVersion ?? undefined);
      const note = body.note == null || body.note === '' ? null : body.note;
      await this.decisions.decide(tx, admin, request, { status: 'approved', note, sectionId });
      return loadView(tx, id);
    });
  }

  /** Applies the change and returns the ID of its section. */
  private async apply(
    tx: Transaction,
    admin: AuthenticatedUser,
    request: SectionRequest,
    reviewedVersion: number | undefined,
  ): Promise<string> {
    const { sectionId, sectionName, moveProductsTo } = request;
    if (request.requestType === 'create' || sectionId === null) {
      return (await this.sectionWriter.create(tx, admin, { name: sectionName })).id;
    }
    const target = { id: sectionId, version: await currentVersion(tx, request, sectionId, reviewedVersion) };
    if (request.requestType === 'rename')
      await this.sectionWriter.update(tx, admin, target, { name: sectionName });
    else await this.sectionWriter.delete(tx, admin, target, moveProductsTo);
    return sectionId;
  }
}

/** Returns the section's version if the decision may be based on it. @throws section-requests.section-changed */
async function currentVersion(
  tx: Transaction,
  request: SectionRequest,
  sectionId: string,
  reviewedVersion: number | undefined,
): Promise<number> {
  await lockSections(tx, [sectionId, request.moveProductsTo]);
  const section = await tx.row<{ version: number }>(
    sql`SELECT version FROM sections WHERE id = ${sectionId}`,
  );
  if (section === undefined || !isUpToDate(request.sectionVersion, section.version, reviewedVersion)) {
    throw sectionRequestErrors['section-changed']({ sectionVersion: section?.version ?? null });
  }
  return section.version;
}
