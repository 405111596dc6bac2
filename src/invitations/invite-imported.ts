import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { NO_PASSWORD } from '../platform/access/no-password.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Clock } from '../platform/common/clock.js';
import { isId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { sql, type ReadConnection, type Sql } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { ImportInvitationsView } from './invitations.dto.js';
import { invitationErrors } from './invitations.errors.js';
import { Invitations, IS_INVITABLE } from './invitations.js';

/** Number of customers who are invited in one transaction. */
const BATCH_SIZE = 200;

const NO_CUSTOMERS: ImportInvitationsView = { waiting: 0, invited: 0, joined: 0, suspended: 0 };

/** Invites the customers that an import has added, each of them once. */
@Injectable()
export class InviteImported {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly invitations: Invitations,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Returns how many customers of an import have been invited, and how many have not.
   *
   * @throws invitations.import-not-found
   */
  async counts(importId: string): Promise<ImportInvitationsView> {
    await requireImport(this.database.read, importId);
    return countsOf(this.database.read, importId);
  }

  /**
   * Has a job invite all customers of an import who have not been invited. Does it once, also if it is requested twice.
   *
   * @param expected number of them that a person has confirmed
   * @throws invitations.import-not-found, invitations.no-customers, invitations.count-changed
   */
  async request(actor: Actor & { readonly id: string }, importId: string, expected: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      await requireImport(tx, importId);
      const { waiting } = await countsOf(tx, importId);
      if (waiting === 0) throw invitationErrors['no-customers']();
      if (waiting !== expected) throw invitationErrors['count-changed']({ waiting });
      await this.audit.record(tx, actor, {
        action: 'invitations.requested',
        subject: { type: 'import', id: importId },
        after: { customers: waiting },
      });
      await this.outbox.add(tx, [
        {
          type: 'invitations.requested',
          subject: `import:${importId}`,
          payload: { importId, actorId: actor.id },
        },
      ]);
    });
  }

  /**
   * Invites them, a few hundred per transaction. After a crash it continues with those who are left.
   *
   * @param actorId the member of staff who has requested it
   */
  async run(importId: string, actorId: string): Promise<void> {
    while ((await this.inviteNext(importId, { id: actorId, requestId: null })) > 0);
  }

  private async inviteNext(importId: string, actor: Actor): Promise<number> {
    return this.database.transaction(async (tx) => {
      const marked = await tx.rows<{ userId: string }>(sql`
        UPDATE invitations SET invited_at = ${this.clock.now()}, invited_by = ${actor.id}, times = times + 1
        WHERE invited_at IS NULL AND user_id IN (
          SELECT i.user_id FROM ${WAITING} AND i.import_id = ${importId} ORDER BY i.user_id LIMIT ${BATCH_SIZE})
        RETURNING user_id AS "userId"`);
      await this.invitations.add(
        tx,
        actor,
        marked.map(({ userId }) => userId),
      );
      return marked.length;
    });
  }
}

const WAITING: Sql = sql`invitations i JOIN users u ON u.id = i.user_id WHERE i.invited_at IS NULL AND ${IS_INVITABLE}`;

/** @throws invitations.import-not-found */
async function requireImport(connection: ReadConnection, importId: string): Promise<void> {
  const found = isId(importId) && (await connection.row(sql`SELECT id FROM imports WHERE id = ${importId}`));
  if (!found) throw invitationErrors['import-not-found']();
}

async function countsOf(connection: ReadConnection, importId: string): Promise<ImportInvitationsView> {
  const row = await connection.row<ImportInvitationsView>(sql`
    SELECT count(CASE WHEN i.invited_at IS NULL AND ${IS_INVITABLE} THEN 1 END) AS waiting,
           count(i.invited_at) AS invited,
           count(CASE WHEN u.password_hash <> ${NO_PASSWORD} THEN 1 END) AS joined,
           count(CASE WHEN i.invited_at IS NULL AND u.status = 'suspended' THEN 1 END) AS suspended
    FROM invitations i JOIN users u ON u.id = i.user_id WHERE i.import_id = ${importId}`);
  return row ?? NO_CUSTOMERS;
}
