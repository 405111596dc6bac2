import { Injectable } from '@nestjs/common';
import { catalogErrors } from '../catalog/catalog.errors.js';
import { nameKeyOf, wordsOf } from '../catalog/search/text-normalization.js';
import { Section } from '../catalog/section.entity.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Clock } from '../platform/common/clock.js';
import { requestErrors } from '../platform/common/common.errors.js';
import type { DomainError } from '../platform/common/errors/domain-error.js';
import { isId, newId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { sql, type Transaction } from '../platform/database/transaction.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import { loadView } from './section-request-rows.js';
import { fieldErrors, mayRequest } from './section-request-rules.js';
import { SectionRequest } from './section-request.entity.js';
import type { AskForSectionBody, SectionRequestView } from './section-requests.dto.js';
import { sectionRequestErrors } from './section-requests.errors.js';

/** Requests the creation, renaming or deletion of a section. Nothing changes until an admin approves. */
@Injectable()
export class RequestSection {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /** @throws section-requests.type-not-allowed, request.invalid, request.rule-broken, catalog.section-name-taken */
  async run(requester: AuthenticatedUser, body: AskForSectionBody): Promise<SectionRequestView> {
    if (!mayRequest(requester.role, body.requestType)) {
      throw sectionRequestErrors['type-not-allowed']({ requestType: body.requestType });
    }
    const faults = fieldErrors(body.requestType, body);
    if (faults.length > 0) throw requestErrors.invalid({ errors: faults });
    return this.database.transaction(async (tx) => {
      const change = await this.resolve(tx, body);
      const id = newId();
      await tx.entities.insert(SectionRequest, {
        id,
        requestType: body.requestType,
        ...change,
        reason: body.reason,
        status: 'pending',
        requestedBy: requester.id,
        createdAt: this.clock.now(),
      });
      await this.audit.record(tx, requester, {
        action: 'section-requests.asked',
        subject: { type: 'section-request', id },
        after: { requestType: body.requestType, ...change, reason: body.reason },
      });
      this.signals.changed(tx, 'dashboard');
      return loadView(tx, id);
    });
  }

  /** Resolves the sections of the request, with their current name and version. */
  private async resolve(tx: Transaction, body: AskForSectionBody): Promise<RequestedChange> {
    const section = body.sectionId == null ? null : await requireSection(tx, 'sectionId', body.sectionId);
    if (body.sectionName != null) await requireFreeName(tx, body.sectionName, section);
    const target =
      body.moveProductsTo == null ? null : await requireSection(tx, 'moveProductsTo', body.moveProductsTo);
    if (target !== null && target.id === section?.id) {
      throw ruleBroken(
        'moveProductsTo',
        'section-requests.same-section',
        'The products must go to another section.',
      );
    }
    return {
      sectionId: section?.id ?? null,
      sectionName: body.sectionName ?? section?.name ?? '',
      sectionVersion: section?.version ?? null,
      moveProductsTo: target?.id ?? null,
    };
  }
}

type RequestedChange = Pick<
  SectionRequest,
  'sectionId' | 'sectionName' | 'sectionVersion' | 'moveProductsTo'
>;

async function requireSection(tx: Transaction, field: string, id: string): Promise<Section> {
  const section = isId(id) ? await tx.entities.findOneBy(Section, { id }) : null;
  if (section === null) throw ruleBroken(field, 'catalog.section-not-found', 'There is no such section.');
  return section;
}

/** Allows a section its own name in another spelling, such as `TEA` for `Tea`. */
async function requireFreeName(tx: Transaction, name: string, own: Section | null): Promise<void> {
  if (wordsOf(name) === '') {
    throw ruleBroken('sectionName', 'catalog.name-without-letters', 'A name needs a letter or a digit.');
  }
  if (name === own?.name)
    throw ruleBroken('sectionName', 'section-requests.same-name', 'The section already has this name.');
  const holder = await tx.row<{ id: string }>(
    sql`SELECT id FROM sections WHERE name_key = ${nameKeyOf(name)}`,
  );
  if (holder !== undefined && holder.id !== own?.id) {
    throw catalogErrors['section-name-taken']({ name, field: 'sectionName' });
  }
}

function ruleBroken(field: string, code: string, message: string): DomainError {
  return requestErrors['rule-broken']({ errors: [{ field, code, message }] });
}
