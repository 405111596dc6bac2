import { Injectable } from '@nestjs/common';
import { SectionWriter } from '../../catalog/admin/section-writer.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { loadView } from '../section-request-rows.js';
import { isUpToDate } from '../section-request-rules.js';
import type { SectionRequest } from '../section-request.entity.js';
import type { ApproveSectionRequestBody, SectionRequestView } from '../section-requests.dto.js';
import { SectionChanged } from '../section-requests.errors.js';
import { SectionRequestDecisions } from './section-request-decisions.js';

/** Does what a request asks for, and decides it, in one transaction. */
@Injectable()
export class ApproveSectionRequest {
  constructor(
    private readonly database: Database,
    private readonly changes: SectionWriter,
    private readonly decisions: SectionRequestDecisions,
  ) {}

  /** @throws SectionRequestNotFound, AlreadyDecided, SectionChanged, and what the change itself refuses */
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

  /** Makes the change, and gives the id of the section that it is about. */
  private async apply(
    tx: Transaction,
    admin: AuthenticatedUser,
    request: SectionRequest,
    lookedAt: number | undefined,
  ): Promise<string> {
    const { sectionId, sectionName, moveProductsTo } = request;
    if (request.requestType === 'create' || sectionId === null) {
      return (await this.changes.create(tx, admin, { name: sectionName })).id;
    }
    const seen = { id: sectionId, version: await currentVersion(tx, request, sectionId, lookedAt) };
    if (request.requestType === 'rename') await this.changes.update(tx, admin, seen, { name: sectionName });
    else await this.changes.delete(tx, admin, seen, moveProductsTo);
    return sectionId;
  }
}

/** The section's version, where the decision may stand on it. */
async function currentVersion(
  tx: Transaction,
  request: SectionRequest,
  sectionId: string,
  lookedAt: number | undefined,
): Promise<number> {
  const section = await tx.row<{ version: number }>(
    sql`SELECT version FROM sections WHERE id = ${sectionId} ${tx.forUpdate}`,
  );
  if (section === undefined || !isUpToDate(request.sectionVersion, section.version, lookedAt)) {
    throw new SectionChanged(section?.version ?? null);
  }
  return section.version;
}
