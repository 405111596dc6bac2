import { Injectable } from '@nestjs/common';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { DAY_MS } from '../../platform/common/durations.js';
import { DomainError } from '../../platform/common/errors/domain-error.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { UsersService } from '../../users/admin/users.service.js';
import { lockUser } from '../../users/locked-user.js';
import { nameKey } from '../../users/name-key.js';
import { Passwords } from '../../users/passwords/passwords.js';
import type { Guesser } from '../../users/passwords/attempt-counters.js';
import { SignInAttempts } from '../../users/passwords/sign-in-attempts.js';
import { NewDevices } from '../../users/security/new-devices.js';
import { userView } from '../../users/user-view.js';
import type { User } from '../../users/user.entity.js';
import type { LoginBody, SignedInView } from '../auth.dto.js';
import { authErrors } from '../auth.errors.js';
import { AccessTokens } from './access-tokens.js';
import { knownDeviceId } from './known-device.js';
import { createSession, type IssuedToken } from './refresh-tokens.js';

/** The response body, and the refresh token for the cookie. */
export interface SignedInResult {
  readonly body: SignedInView;
  readonly refreshToken: IssuedToken;
}

/** Verifies the password of a user and creates a session. */
@Injectable()
export class SignIn {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly accessTokens: AccessTokens,
    private readonly newDevices: NewDevices,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param deviceCookie proves that the user has signed in on this device before
   * @throws auth.too-many-attempts, auth.invalid-credentials, auth.account-pending, auth.account-suspended
   */
  async run(
    { username, password }: LoginBody,
    caller: RequestInfo,
    deviceCookie: string | undefined,
  ): Promise<SignedInResult> {
    const user = await this.users.findByLogin(username);
    const guesser = this.guesserOf(user, username, caller, deviceCookie);
    await this.attempts.registerAttempt(guesser);
    const isPasswordCorrect = await this.passwords.matches(password, user?.passwordHash);
    const outcome = await this.database.transaction((tx) =>
      user !== undefined && isPasswordCorrect
        ? this.open(tx, user, guesser, caller)
        : this.refuse(tx, user, caller),
    );
    // Thrown after the transaction, so that the writes of a refusal are committed.
    if (outcome instanceof DomainError) throw outcome;
    return outcome;
  }

  private guesserOf(
    user: User | undefined,
    username: string,
    { address }: RequestInfo,
    deviceCookie: string | undefined,
  ): Guesser {
    const account = user?.usernameKey ?? nameKey(username);
    const deviceId = user && knownDeviceId(deviceCookie, user.id, this.config.jwtSecret);
    return deviceId === undefined ? { account, address } : { account, deviceId };
  }

  private async refuse(
    tx: Transaction,
    user: User | undefined,
    { requestId }: RequestInfo,
  ): Promise<DomainError> {
    const subject = { type: 'user', id: user?.id ?? null };
    await this.audit.record(tx, { id: null, requestId }, { action: 'auth.sign-in-failed', subject });
    return authErrors['invalid-credentials']();
  }

  private async open(
    tx: Transaction,
    candidate: User,
    guesser: Guesser,
    caller: RequestInfo,
  ): Promise<SignedInResult | DomainError> {
    const user = await lockUser(tx, candidate.id);
    if (user.passwordHash !== candidate.passwordHash) return this.refuse(tx, user, caller);
    await this.attempts.registerSuccess(tx, guesser);
    const actor = { id: user.id, requestId: caller.requestId };
    const subject = { type: 'user', id: user.id };
    if (user.status !== 'approved') {
      await this.audit.record(tx, actor, {
        action: 'auth.sign-in-refused',
        subject,
        after: { status: user.status },
      });
      return user.status === 'pending' ? authErrors['account-pending']() : authErrors['account-suspended']();
    }
    await this.newDevices.notify(tx, user.id, caller.userAgent);
    const { sessionId, ...refreshToken } = await createSession(tx, user.id, caller, {
      now: this.clock.now(),
      lifetimeMs: this.config.sessionLifetimeDays * DAY_MS,
    });
    await this.audit.record(tx, actor, { action: 'auth.signed-in', subject, after: { sessionId } });
    const token = this.accessTokens.issue(user.id, sessionId, user.tokenVersion);
    return { body: { ...token, user: userView(user) }, refreshToken };
  }
}
