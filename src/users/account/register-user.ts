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
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly signals: ChangeSignals,
    private readonly cache: SharedCache,
  ) {}

  /** @throws users.username-taken, users.email-taken, and request.rule-broken if the password is weak */
  async run(body: RegisterBody, caller: RequestInfo): Promise<UserView> {
    const errors = await passwordErrors('password', body.password, body.username);
    if (errors.length > 0) throw requestErrors['rule-broken']({ errors });
    const user = await this.buildUser(body);
    await this.database.transaction(async (tx) => {
      await insertUser(tx, user);
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

  private async buildUser({ username, email, password, role, displayName }: RegisterBody): Promise<NewUser> {
    return {
      id: newId(),
      username,
      email,
      displayName: displayName ?? username,
      passwordHash: await this.passwords.hash(password),
      role: role ?? 'user',
      status: role === 'store_manager' ? 'pending' : 'approved',
      locale: this.config.store.locale,
      createdAt: this.clock.now(),
    };
  }
}
