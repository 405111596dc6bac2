import { Injectable } from '@nestjs/common';
import { SectionNameTaken } from '../catalog/catalog.errors.js';
import { nameKeyOf } from '../catalog/search/text-normalization.js';
import { Section } from '../catalog/section.entity.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Clock } from '../platform/common/clock.js';
import { InvalidRequest, RuleBroken } from '../platform/common/common.errors.js';
import { isId, newId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { sql, type Transaction } from '../platform/database/transaction.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import { loadView } from './section-request-rows.js';
import { fieldFaults, mayAskFor } from './section-request-rules.js';
import { SectionRequest } from './section-request.entity.js';
import type { AskForSectionBody, SectionRequestView } from './section-requests.dto.js';
import { TypeNotAllowed } from './section-requests.errors.js';

/** Asks for a section to be created, renamed or deleted. Nothing changes until an admin approves. */
@Injectable()
export class RequestSection {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /** @throws TypeNotAllowed, InvalidRequest, RuleBroken, SectionNameTaken */
  async run(asker: AuthenticatedUser, body: AskForSectionBody): Promise<SectionRequestView> {
    if (!mayAskFor(asker.role, body.requestType)) throw new TypeNotAllowed(body.requestType);
    const faults = fieldFaults(body.requestType, body);
    if (faults.length > 0) throw new InvalidRequest(faults);
    return this.database.transaction(async (tx) => {
      const asked = await this.lookUp(tx, body);
      const id = newId();
      await tx.entities.insert(SectionRequest, {
        id,
        requestType: body.requestType,
        ...asked,
        reason: body.reason,
        status: 'pending',
        requestedBy: asker.id,
        createdAt: this.clock.now(),
      });
      await this.audit.record(tx, asker, {
        action: 'section-requests.asked',
        subject: { type: 'section-request', id },
        after: { requestType: body.requestType, ...asked, reason: body.reason },
      });
      this.signals.changed(tx, 'dashboard');
      return loadView(tx, id);
    });
  }

  /** What the request is about, as it stands now. */
  private async lookUp(tx: Transaction, body: AskForSectionBody): Promise<Asked> {
    const section = body.sectionId == null ? null : await existing(tx, 'sectionId', body.sectionId);
    if (body.sectionName != null) await refuseTaken(tx, body.sectionName, section);
    const target =
      body.moveProductsTo == null ? null : await existing(tx, 'moveProductsTo', body.moveProductsTo);
    if (target !== null && target.id === section?.id) {
      throw broken(
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

type Asked = Pick<SectionRequest, 'sectionId' | 'sectionName' | 'sectionVersion' | 'moveProductsTo'>;

async function existing(tx: Transaction, field: string, id: string): Promise<Section> {
  const section = isId(id) ? await tx.entities.findOneBy(Section, { id }) : null;
  if (section === null) throw broken(field, 'catalog.section-not-found', 'There is no such section.');
  return section;
}

/** A section may be given its own name in another spelling, such as `Tea & coffee` for `tea coffee`. */
async function refuseTaken(tx: Transaction, name: string, own: Section | null): Promise<void> {
  const nameKey = nameKeyOf(name);
  if (nameKey === '') {
    throw broken('sectionName', 'catalog.name-without-letters', 'A name needs a letter or a digit.');
  }
  if (name === own?.name)
    throw broken('sectionName', 'section-requests.same-name', 'The section has that very name.');
  const holder = await tx.row<{ id: string }>(sql`SELECT id FROM sections WHERE name_key = ${nameKey}`);
  if (holder !== undefined && holder.id !== own?.id) throw new SectionNameTaken(name, 'sectionName');
}

function broken(field: string, code: string, message: string): RuleBroken {
  return new RuleBroken([{ field, code, message }]);
}
