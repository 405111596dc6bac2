import { createSession } from '../../../src/auth/sessions/refresh-tokens.js';
import type { AuthenticatedUser } from '../../../src/platform/access/authenticated-user.js';
import { AuditTrail } from '../../../src/platform/audit/audit-trail.js';
import { DAY_MS } from '../../../src/platform/common/durations.js';
import { newId } from '../../../src/platform/common/id.js';
import type { Config } from '../../../src/platform/config/config.js';
import type { Database } from '../../../src/platform/database/database.js';
import { sql } from '../../../src/platform/database/transaction.js';
import type { OutboxEvents, OutboxEventType } from '../../../src/platform/outbox/outbox-event-types.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { ChangeSignals } from '../../../src/platform/realtime/change-signals.js';
import { AccountWriter } from '../../../src/users/account/account-writer.js';
import { RegisterUser } from '../../../src/users/account/register-user.js';
import { UpdateProfile } from '../../../src/users/account/update-profile.js';
import { ResetPassword } from '../../../src/users/admin/reset-password.js';
import { UpdateUser } from '../../../src/users/admin/update-user.js';
import { UsersService } from '../../../src/users/admin/users.service.js';
import { ConfirmEmail } from '../../../src/users/email/confirm-email.js';
import { EmailConfirmations } from '../../../src/users/email/email-confirmations.js';
import { ResendConfirmation } from '../../../src/users/email/resend-confirmation.js';
import { SendEmailChanged } from '../../../src/users/email/send-email-changed.js';
import { SendEmailConfirmation } from '../../../src/users/email/send-email-confirmation.js';
import { WithdrawEmailChange } from '../../../src/users/email/withdraw-email-change.js';
import { ConfirmPassword } from '../../../src/users/passwords/confirm-password.js';
import { Passwords } from '../../../src/users/passwords/passwords.js';
import { SignInAttempts } from '../../../src/users/passwords/sign-in-attempts.js';
import { NewDevices } from '../../../src/users/security/new-devices.js';
import { SecurityNotices } from '../../../src/users/security/security-notices.js';
import { SendSecurityNotice } from '../../../src/users/security/send-security-notice.js';
import { Sessions } from '../../../src/users/sessions/sessions.js';
import { insertUser, type UserRow } from '../../factories/rows.js';
import { PASSWORD, PASSWORD_HASH } from '../../factories/users.js';
import { createMailServices, type MailServices } from '../clients/mail-services.js';
import { Mailbox, type ReceivedMail } from '../clients/mailbox.js';
import { openTestDatabase } from '../stores/database.js';
import { newSharedCache } from '../stores/shared-cache.js';

const CALLER = { requestId: 'request', address: '192.0.2.1', userAgent: 'test' };

/** The actions on e-mail addresses and accounts with a mailbox, without a server. */
export class AccountSecurityStore {
  readonly confirmEmail: ConfirmEmail;
  readonly resend: ResendConfirmation;
  readonly withdraw: WithdrawEmailChange;
  readonly updateUser: UpdateUser;
  readonly resetPassword: ResetPassword;
  readonly sessions: Sessions;
  readonly users: UsersService;
  private readonly newDevices: NewDevices;
  private readonly register: RegisterUser;
  private readonly updateProfile: UpdateProfile;
  private readonly handlers: {
    readonly [Type in OutboxEventType]?: (payload: OutboxEvents[Type], id: string) => Promise<void>;
  };

  private constructor(
    readonly database: Database,
    private readonly mailbox: Mailbox,
    { config, clock, mailer }: MailServices,
    readonly advance = (milliseconds: number): void => clock.advance(milliseconds),
  ) {
    const [outbox, audit, signals] = [new Outbox(clock), new AuditTrail(clock), new ChangeSignals(config)];
    const cache = newSharedCache();
    const passwords = new Passwords();
    const attempts = new SignInAttempts({ rateLimits: false } as Config, database, clock);
    const notices = new SecurityNotices(clock, outbox);
    const confirmations = new EmailConfirmations(config, clock, outbox);
    const writer = new AccountWriter(clock, outbox, notices, audit, signals, cache);
    this.newDevices = new NewDevices(notices);
    this.users = new UsersService(database, clock);
    this.confirmEmail = new ConfirmEmail(database, clock, outbox, audit, signals);
    this.resend = new ResendConfirmation(database, clock, confirmations);
    this.withdraw = new WithdrawEmailChange(database, clock, audit);
    this.updateUser = new UpdateUser(database, writer);
    this.resetPassword = new ResetPassword(database, clock, this.users, passwords, attempts, notices, audit);
    this.sessions = new Sessions(database, clock, notices, audit, signals);
    this.register = new RegisterUser(
      database,
      clock,
      config,
      passwords,
      confirmations,
      outbox,
      audit,
      signals,
      cache,
    );
    const confirmPassword = new ConfirmPassword(database, passwords, attempts, audit);
    this.updateProfile = new UpdateProfile(
      database,
      clock,
      this.users,
      confirmPassword,
      confirmations,
      audit,
    );
    const sendConfirmation = new SendEmailConfirmation(config, database, clock, mailer);
    const sendChanged = new SendEmailChanged(database, mailer);
    const sendNotice = new SendSecurityNotice(database, mailer);
    this.handlers = {
      'users.email-unconfirmed': (event, id) => sendConfirmation.run(event.emailConfirmationId, id),
      'users.email-changed': (event, id) => sendChanged.run(event.emailConfirmationId, id),
      'users.security-changed': (event, id) => sendNotice.run(event, id),
    };
  }

  /** Opens a new store, which is removed after the last test of the file. */
  static async open(): Promise<AccountSecurityStore> {
    const [database, mailbox] = [await openTestDatabase(), await Mailbox.open()];
    return new AccountSecurityStore(database, mailbox, createMailServices(database, mailbox.url));
  }

  /** Inserts an account with the password of all test users. */
  async newUser(user: UserRow = {}): Promise<AuthenticatedUser> {
    const id = await insertUser(this.database, { passwordHash: PASSWORD_HASH, ...user });
    const { username, role } = await this.users.view(id);
    return { id, username, role, sessionId: newId(), requestId: 'request' };
  }

  /** Registers an account. Returns its ID. */
  async registerAs(username: string, email = `${username}@example.com`): Promise<string> {
    return (await this.register.run({ username, email, password: PASSWORD }, CALLER)).id;
  }

  /** Asks for another address. Returns the profile. */
  askFor(user: AuthenticatedUser, email: string): ReturnType<UpdateProfile['run']> {
    return this.updateProfile.run(user, { email, currentPassword: PASSWORD });
  }

  confirm(token: string): ReturnType<ConfirmEmail['run']> {
    return this.confirmEmail.run(token, CALLER);
  }

  /** Opens sessions of a user. */
  async openSessions(userId: string, count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      await this.database.write(sql`
        INSERT INTO sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at)
        VALUES (${newId()}, ${userId}, 'test', '192.0.2.1', 0, 0, ${Number.MAX_SAFE_INTEGER})`);
    }
  }

  /** Opens a session like a sign-in on a device does. */
  async signInOn(userId: string, userAgent: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.newDevices.notify(tx, userId, userAgent);
      await createSession(tx, userId, { ...CALLER, userAgent }, { now: 0, lifetimeMs: DAY_MS });
    });
  }

  /** Sends the mails of all events since the last call. Each event is delivered twice. */
  async deliver(): Promise<void> {
    const events = await this.database.read.rows<{ id: string; type: OutboxEventType; payload: string }>(
      sql`SELECT id, type, payload FROM outbox_events WHERE completed_at IS NULL ORDER BY id`,
    );
    for (const { id, type, payload } of events) {
      const handle = this.handlers[type] as ((payload: unknown, id: string) => Promise<void>) | undefined;
      await handle?.(JSON.parse(payload), id);
      await handle?.(JSON.parse(payload), id);
      await this.database.write(sql`UPDATE outbox_events SET completed_at = 1 WHERE id = ${id}`);
    }
  }

  /** Sends outstanding mails, and returns all that an address received, oldest first. */
  async mailsTo(address: string): Promise<ReceivedMail['parsed'][]> {
    await this.deliver();
    return this.mailbox.to(address).map(({ parsed }) => parsed);
  }

  async subjectsTo(address: string): Promise<string[]> {
    return (await this.mailsTo(address)).map(({ subject }) => subject ?? '');
  }

  /** Returns the token of the latest confirmation mail to an address. */
  async tokenTo(address: string): Promise<string> {
    const texts = (await this.mailsTo(address)).map(
      ({ text }) => /confirm-email\?token=(\S+)/.exec(text ?? '')?.[1],
    );
    const token = texts.findLast((found) => found !== undefined);
    if (token === undefined) throw new Error(`No link was mailed to ${address}.`);
    return token;
  }
}
