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
import { SecurityNotices } from '../security/security-notices.js';
import { endSessions } from '../sessions/sessions.js';
import type { User } from '../user.entity.js';
import { userErrors } from '../users.errors.js';

/** Fields to change. Null or undefined keeps the current value. */
export interface AccountChange {
  readonly role?: Role | null;
  readonly status?: 'approved' | 'suspended' | null;
  readonly displayName?: string | null;
  /** For the audit log. */
  readonly reason?: string | null;
}

type Account = Pick<User, 'role' | 'status' | 'displayName'>;

/** Writes an admin's changes to an account, with their audit entries and side effects. */
@Injectable()
export class AccountWriter {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly notices: SecurityNotices,
    private readonly audit: AuditTrail,
    private readonly signals: ChangeSignals,
    private readonly cache: SharedCache,
  ) {}

  /** Locks the approved admins, then the user. The count of admins lets {@link apply} protect the last one. */
  async lock(tx: Transaction, id: string): Promise<{ user: User; approvedAdmins: number }> {
    const approvedAdmins = await lockApprovedAdmins(tx);
    return { user: await lockUser(tx, id), approvedAdmins };
  }

  /**
   * Writes the change and its side effects. A demotion or suspension takes effect with the next request.
   *
   * @throws users.last-admin
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
    const records = buildAuditRecords(user, after, change.reason ?? undefined);
    if (records.length === 0) return user;
    if (isApprovedAdmin(user) && !isApprovedAdmin(after) && approvedAdmins <= 1) {
      throw userErrors['last-admin']();
    }
    const isSuspension = user.status !== 'suspended' && after.status === 'suspended';
    const tokenVersion = user.tokenVersion + (isSuspension || user.role !== after.role ? 1 : 0);
    await tx.execute(sql`
      UPDATE users SET role = ${after.role}, status = ${after.status}, display_name = ${after.displayName},
                       token_version = ${tokenVersion}, version = version + 1
      WHERE id = ${user.id}`);
    if (isSuspension) await endSessions(tx, user.id, this.clock.now());
    await this.tellUser(tx, user, after);
    for (const record of records) await this.audit.record(tx, actor, record);
    this.signals.changed(tx, `user:${user.id}`, 'dashboard');
    tx.afterCommit(() => this.cache.invalidateSoon('reports'));
    return { ...user, ...after, tokenVersion, version: user.version + 1 };
  }

  private async tellUser(tx: Transaction, { id: userId, ...before }: User, after: Account): Promise<void> {
    if (before.role !== after.role)
      await this.notices.add(tx, userId, { change: 'role-changed', role: after.role });
    if (before.status === after.status) return;
    if (after.status === 'suspended') await this.notices.add(tx, userId, { change: 'suspended' });
    else if (before.status === 'suspended') await this.notices.add(tx, userId, { change: 'restored' });
    else
      await this.outbox.add(tx, [
        { type: 'users.account-approved', subject: `user:${userId}`, payload: { userId } },
      ]);
  }
}

function isApprovedAdmin({ role, status }: Pick<User, 'role' | 'status'>): boolean {
  return role === 'admin' && status === 'approved';
}

/** Builds one entry per changed field, so that the log can be searched for each of them. */
function buildAuditRecords(user: User, after: Account, reason: string | undefined): AuditRecord[] {
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
