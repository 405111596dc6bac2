import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Database } from '../../platform/database/database.js';
import { loadView } from '../section-request-rows.js';
import type { RejectSectionRequestBody, SectionRequestView } from '../section-requests.dto.js';
import { SectionRequestDecisions } from './section-request-decisions.js';

/** Rejects a request with a reason. Nothing else changes. */
@Injectable()
export class RejectSectionRequest {
  constructor(
    private readonly database: Database,
    private readonly decisions: SectionRequestDecisions,
  ) {}

  /** @throws section-requests.not-found, section-requests.already-decided */
  async run(
    admin: AuthenticatedUser,
    id: string,
    { note }: RejectSectionRequestBody,
  ): Promise<SectionRequestView> {
    return this.database.transaction(async (tx) => {
      const request = await this.decisions.lockPending(tx, id);
      await this.decisions.decide(tx, admin, request, {
        status: 'rejected',
        note,
        sectionId: request.sectionId,
      });
      return loadView(tx, id);
    });
  }
}
