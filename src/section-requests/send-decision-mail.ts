import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import type { Recipient } from '../platform/mail/content/mail-kinds.js';
import { Mailer } from '../platform/mail/mailer.js';
import { RECIPIENT } from '../platform/mail/recipient-query.js';
import type { SectionRequestType } from './section-request-rules.js';

interface DecidedRequest extends Recipient {
  readonly requestType: SectionRequestType;
  readonly sectionName: string;
  readonly decision: 'approved' | 'rejected';
  readonly note: string | null;
}

/** Mails the requester of a section the decision of an admin. */
@Injectable()
export class SendDecisionMail {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  /** @throws the errors of {@link Mailer.sendOnce} */
  async run(sectionRequestId: string, eventId: string): Promise<void> {
    const request = await this.database.read.row<DecidedRequest>(sql`
      SELECT ${RECIPIENT}, s.request_type AS "requestType", s.section_name AS "sectionName", s.status AS decision,
             s.decision_note AS note
      FROM section_requests s JOIN users u ON u.id = s.requested_by
      WHERE s.id = ${sectionRequestId} AND s.status <> 'pending'`);
    if (request === undefined) return;
    const { requestType, sectionName, decision, note, ...to } = request;
    const data = { requestType, sectionName, decision, note };
    await this.mailer.sendOnce({ key: eventId, kind: 'section-request-decided', to, data });
  }
}
