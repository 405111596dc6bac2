import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import type { Role } from '../../platform/access/roles.js';
import { AuditTrail, type AuditRecord } from '../../platform/audit/audit-trail.js';
import { SharedCache } from '../../platform/cache/shared-cache.js';
import { Clock } from '../../platform/common/clock.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { lockApprovedAdmins, lockUser } from '../locked-user.js';
import { endSessions } from '../sessions/sessions.js';
import type { User } from '../user.entity.js';
import { LastAdmin } from '../users.errors.js';

/** What is to be different. Null or left out means as it was. */
export interface AccountChange {
  readonly role?: Role | null;
  readonly status?: 'approved' | 'suspended' | null;
  readonly displayName?: string | null;
  /** For the audit log. */
  readonly reason?: string | null;
}

type Account = Pick<User, 'role' | 'status' | 'displayName'>;

/** What every change of an account by an admin has in common. */
@Injectable()
export class AccountWriter {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly signals: ChangeSignals,
    private readonly cache: SharedCache,
  ) {}

  /** The user that is about to be changed, with the admins locked before so that the last one can be told. */
  async lock(tx: Transaction, id: string): Promise<{ user: User; approvedAdmins: number }> {
    const approvedAdmins = await lockApprovedAdmins(tx);
    return { user: await lockUser(tx, id), approvedAdmins };
  }

  /**
   * Makes the change, and what follows from it: a demotion or suspension holds from the very next request on.
   *
   * @throws LastAdmin
   */
  async apply(
    tx: Transaction,
    actor: Actor,
    { user, approvedAdmins }: { user: User; approvedAdmins: number },
    change: AccountChange,
  ): Promise<User> {
    const after: Account = {
      role: change.role ?? user.role,
      status: change.status ?? user.status,
      displayName: change.displayName ?? user.displayName,
    };
    const records = recordsOf(user, after, change.reason ?? undefined);
    if (records.length === 0) return user;
    if (isActingAdmin(user) && !isActingAdmin(after) && approvedAdmins <= 1) throw new LastAdmin();
    const isSuspension = user.status !== 'suspended' && after.status === 'suspended';
    const tokenVersion = user.tokenVersion + (isSuspension || user.role !== after.role ? 1 : 0);
    await tx.execute(sql`
      UPDATE users SET role = ${after.role}, status = ${after.status}, display_name = ${after.displayName},
                       token_version = ${tokenVersion}, version = version + 1
      WHERE id = ${user.id}`);
    if (isSuspension) await endSessions(tx, user.id, this.clock.now());
    if (user.status === 'pending' && after.status === 'approved') await this.announceApproval(tx, user.id);
    for (const record of records) await this.audit.record(tx, actor, record);
    this.signals.changed(tx, `user:${user.id}`, 'dashboard');
    tx.afterCommit(() => this.cache.invalidateSoon('reports'));
    return { ...user, ...after, tokenVersion, version: user.version + 1 };
  }

  private async announceApproval(tx: Transaction, userId: string): Promise<void> {
    await this.outbox.add(tx, [
      { type: 'users.account-approved', subject: `user:${userId}`, payload: { userId } },
    ]);
  }
}

function isActingAdmin({ role, status }: Pick<User, 'role' | 'status'>): boolean {
  return role === 'admin' && status === 'approved';
}

/** An entry for each thing that changes, so that the log can be searched for any of them. */
function recordsOf(user: User, after: Account, reason: string | undefined): AuditRecord[] {
  const entry = (action: string, field: keyof Account): AuditRecord => ({
    action,
    subject: { type: 'user', id: user.id },
    before: { [field]: user[field] },
    after: { [field]: after[field], ...(reason === undefined ? {} : { reason }) },
  });
  return [
    ...(user.status === after.status ? [] : [entry(`users.${after.status}`, 'status')]),
    ...(user.role === after.role ? [] : [entry('users.role-changed', 'role')]),
    ...(user.displayName === after.displayName ? [] : [entry('users.renamed', 'displayName')]),
  ];
}
