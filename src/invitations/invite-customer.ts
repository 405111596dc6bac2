import { Injectable } from '@nestjs/common';
import { customerErrors } from '../customers/customers.errors.js';
import type { Actor } from '../platform/access/actor.js';
import { NO_PASSWORD } from '../platform/access/no-password.js';
import type { UserStatus } from '../platform/access/roles.js';
import { Clock } from '../platform/common/clock.js';
import { isId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { sql, type Transaction } from '../platform/database/transaction.js';
import { INVITE_AGAIN_AFTER_MS } from '../customers/customers.dto.js';
import { invitationErrors } from './invitations.errors.js';
import { Invitations } from './invitations.js';

interface InvitedCustomer {
  readonly status: UserStatus;
  readonly passwordHash: string;
  readonly invitedAt: number | null;
}

/** Invites one customer to set a first password, or invites them again. */
@Injectable()
export class InviteCustomer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly invitations: Invitations,
  ) {}

  /** @throws customers.not-found, invitations.has-password, invitations.suspended, invitations.too-soon */
  async run(actor: Actor, userId: string): Promise<void> {
    if (!isId(userId)) throw customerErrors['not-found']();
    await this.database.transaction(async (tx) => {
      this.refuse(await lockInvited(tx, userId));
      const now = this.clock.now();
      await tx.execute(sql`
        INSERT INTO invitations (user_id, invited_at, invited_by, times) VALUES (${userId}, ${now}, ${actor.id}, 1)
        ON CONFLICT (user_id) DO UPDATE
        SET invited_at = excluded.invited_at, invited_by = excluded.invited_by, times = invitations.times + 1`);
      await this.invitations.add(tx, actor, [userId]);
    });
  }

  private refuse({ status, passwordHash, invitedAt }: InvitedCustomer): void {
    if (passwordHash !== NO_PASSWORD) throw invitationErrors['has-password']();
    if (status === 'suspended') throw invitationErrors.suspended();
    const againAt = (invitedAt ?? 0) + INVITE_AGAIN_AFTER_MS;
    if (invitedAt !== null && againAt > this.clock.now()) throw invitationErrors['too-soon']({ againAt });
  }
}

/** Locks a customer, so that two requests invite them once. @throws customers.not-found */
async function lockInvited(tx: Transaction, userId: string): Promise<InvitedCustomer> {
  const user = await tx.row<Omit<InvitedCustomer, 'invitedAt'>>(sql`
    SELECT status, password_hash AS "passwordHash" FROM users WHERE id = ${userId} AND role = 'user' ${tx.forUpdate}`);
  if (user === undefined) throw customerErrors['not-found']();
  const invitation = await tx.row<Pick<InvitedCustomer, 'invitedAt'>>(
    sql`SELECT invited_at AS "invitedAt" FROM invitations WHERE user_id = ${userId}`,
  );
  return { ...user, invitedAt: invitation?.invitedAt ?? null };
}
