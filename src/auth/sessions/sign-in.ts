import { Injectable } from '@nestjs/common';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { DomainError } from '../../platform/common/domain-error.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { UsersService } from '../../users/admin/users.service.js';
import { lockUser } from '../../users/locked-user.js';
import { nameKey } from '../../users/new-user.js';
import { Passwords } from '../../users/passwords/passwords.js';
import { SignInAttempts } from '../../users/passwords/sign-in-attempts.js';
import { userView } from '../../users/user-view.js';
import type { User } from '../../users/user.entity.js';
import type { LoginBody, SignedInView } from '../auth.dto.js';
import { AccountPending, AccountSuspended, InvalidCredentials } from '../auth.errors.js';
import { AccessTokens } from './access-tokens.js';
import { openSession } from './refresh-tokens.js';

/** What a controller answers with, and the refresh token for the cookie. */
export interface SignedInResult {
  readonly answer: SignedInView;
  readonly refreshToken: string;
}

/** Opens a session for who proves to know the password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly accessTokens: AccessTokens,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws TooManyAttempts, InvalidCredentials, AccountPending, AccountSuspended */
  async run({ username, password }: LoginBody, caller: RequestInfo): Promise<SignedInResult> {
    const user = await this.users.byName(username);
    await this.attempts.begin(user?.usernameKey ?? nameKey(username), caller.address);
    const isRight = await this.passwords.matches(password, user?.passwordHash);
    const outcome = await this.database.transaction((tx) =>
      user !== undefined && isRight ? this.open(tx, user, caller) : this.refuse(tx, user, caller),
    );
    // What a refusal has written is kept: it is thrown after the transaction.
    if (outcome instanceof DomainError) throw outcome;
    return outcome;
  }

  private async refuse(
    tx: Transaction,
    user: User | undefined,
    { requestId }: RequestInfo,
  ): Promise<DomainError> {
    const subject = { type: 'user', id: user?.id ?? null };
    await this.audit.record(tx, { id: null, requestId }, { action: 'auth.sign-in-failed', subject });
    return new InvalidCredentials();
  }

  private async open(
    tx: Transaction,
    known: User,
    caller: RequestInfo,
  ): Promise<SignedInResult | DomainError> {
    const user = await lockUser(tx, known.id);
    if (user.passwordHash !== known.passwordHash) return this.refuse(tx, user, caller);
    await this.attempts.succeeded(tx, user.usernameKey, caller.address);
    const actor = { id: user.id, requestId: caller.requestId };
    const subject = { type: 'user', id: user.id };
    if (user.status !== 'approved') {
      await this.audit.record(tx, actor, {
        action: 'auth.sign-in-refused',
        subject,
        after: { status: user.status },
      });
      return user.status === 'pending' ? new AccountPending() : new AccountSuspended();
    }
    const { sessionId, refreshToken } = await openSession(tx, user.id, caller, this.clock.now());
    await this.audit.record(tx, actor, { action: 'auth.signed-in', subject, after: { sessionId } });
    const token = this.accessTokens.issue(user.id, sessionId, user.tokenVersion);
    return { answer: { ...token, user: userView(user) }, refreshToken };
  }
}
