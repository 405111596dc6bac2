import { Injectable } from '@nestjs/common';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { SharedCache } from '../../platform/cache/shared-cache.js';
import { Clock } from '../../platform/common/clock.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { newId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { EmailConfirmations } from '../email/email-confirmations.js';
import { insertUser, type NewUser } from '../new-user.js';
import { passwordErrors } from '../passwords/password-policy.js';
import { Passwords } from '../passwords/passwords.js';
import { userView } from '../user-view.js';
import type { RegisterBody, UserView } from '../users.dto.js';

/** Opens an account. A shopper's is usable immediately; a store manager's awaits approval by an admin. */
@Injectable()
export class RegisterUser {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly passwords: Passwords,
    private readonly confirmations: EmailConfirmations,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly signals: ChangeSignals,
    private readonly cache: SharedCache,
  ) {}

  /**
   * @param isEmailConfirmed true for the made-up people of the demo store, who read no mail
   * @throws users.username-taken, users.email-taken, and request.rule-broken if the password is weak
   */
  async run(body: RegisterBody, caller: RequestInfo, isEmailConfirmed = false): Promise<UserView> {
    const errors = await passwordErrors('password', body.password, body.username);
    if (errors.length > 0) throw requestErrors['rule-broken']({ errors });
    const user = await this.buildUser(body, isEmailConfirmed);
    await this.database.transaction(async (tx) => {
      await insertUser(tx, user);
      if (!isEmailConfirmed)
        await this.confirmations.addIfAllowed(tx, { userId: user.id, email: user.email });
      tx.afterCommit(() => this.cache.invalidateSoon('reports'));
      if (user.status === 'pending') {
        await this.outbox.add(tx, [
          { type: 'users.account-pending', subject: `user:${user.id}`, payload: { userId: user.id } },
        ]);
        this.signals.changed(tx, 'dashboard');
      }
      await this.audit.record(
        tx,
        { id: user.id, requestId: caller.requestId },
        {
          action: 'users.registered',
          subject: { type: 'user', id: user.id },
          after: { username: user.username, role: user.role, status: user.status },
        },
      );
    });
    return userView({ ...user, lastActivity: null, version: 1 });
  }

  private async buildUser(
    { username, email, password, role, displayName }: RegisterBody,
    isEmailConfirmed: boolean,
  ): Promise<NewUser> {
    const passwordHash = await this.passwords.hash(password);
    const now = this.clock.now();
    return {
      id: newId(),
      username,
      email,
      emailConfirmedAt: isEmailConfirmed ? now : null,
      displayName: displayName ?? username,
      passwordHash,
      role: role ?? 'user',
      status: role === 'store_manager' ? 'pending' : 'approved',
      locale: this.config.store.locale,
      createdAt: now,
    };
  }
}
