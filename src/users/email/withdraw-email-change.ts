import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { lockUser } from '../locked-user.js';
import { voidEmailChanges } from './email-confirmations.js';

/** Keeps the current address: the links to a new one no longer work. Repeating it has no further effect. */
@Injectable()
export class WithdrawEmailChange {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async run(actor: AuthenticatedUser): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockUser(tx, actor.id);
      if ((await voidEmailChanges(tx, actor.id, this.clock.now())) === 0) return;
      await this.audit.record(tx, actor, {
        action: 'users.email-change-withdrawn',
        subject: { type: 'user', id: actor.id },
      });
    });
  }
}
