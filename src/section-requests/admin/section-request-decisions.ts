import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { isId } from '../../platform/common/id.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { SectionRequest } from '../section-request.entity.js';
import { sectionRequestErrors } from '../section-requests.errors.js';

interface Decision {
  readonly status: 'approved' | 'rejected';
  readonly note: string | null;
  /** Section that the request concerns; of a `create`, the new one. */
  readonly sectionId: string | null;
}

/** Steps shared by approving and rejecting. A request is decided once, even in a race. */
@Injectable()
export class SectionRequestDecisions {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /**
   * Loads a request and locks it until the transaction ends.
   *
   * @throws section-requests.not-found, section-requests.already-decided
   */
  async lockPending(tx: Transaction, id: string): Promise<SectionRequest> {
    if (!isId(id)) throw sectionRequestErrors['not-found']();
    await tx.rows(sql`SELECT id FROM section_requests WHERE id = ${id} ${tx.forUpdate}`);
    const request = await tx.entities.findOneBy(SectionRequest, { id });
    if (request === null) throw sectionRequestErrors['not-found']();
    if (request.status !== 'pending') {
      throw sectionRequestErrors['already-decided']({ requestStatus: request.status });
    }
    return request;
  }

  /** Writes the decision and enqueues the mail to the requester. */
  async decide(
    tx: Transaction,
    admin: AuthenticatedUser,
    request: SectionRequest,
    decision: Decision,
  ): Promise<void> {
    const { id, requestType, sectionName } = request;
    const { status, note, sectionId } = decision;
    await tx.execute(sql`
      UPDATE section_requests
      SET status = ${status}, decided_by = ${admin.id}, decided_at = ${this.clock.now()}, decision_note = ${note},
          section_id = ${sectionId}
      WHERE id = ${id}`);
    await this.audit.record(tx, admin, {
      action: `section-requests.${status}`,
      subject: { type: 'section-request', id },
      before: { status: request.status },
      after: { status, note, requestType, sectionId, sectionName, moveProductsTo: request.moveProductsTo },
    });
    await this.outbox.add(tx, [
      {
        type: 'section-requests.decided',
        subject: `section-request:${id}`,
        payload: { sectionRequestId: id },
      },
    ]);
    this.signals.changed(tx, 'dashboard');
  }
}
