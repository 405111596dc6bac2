import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dayInTimeZone } from '../platform/calendar/store-day.js';
import { Config } from '../platform/config/config.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { AccountWriter } from './account/account-writer.js';
import { AnnouncePendingAccount } from './account/announce-pending-account.js';
import { OpenAccounts } from './account/open-accounts.js';
import { OpenCustomerAccount } from './account/open-customer-account.js';
import { RegisterUser } from './account/register-user.js';
import { SendAccountApproved } from './account/send-account-approved.js';
import { UpdateProfile } from './account/update-profile.js';
import { AdminUsersController } from './admin/admin-users.controller.js';
import { ApproveUser } from './admin/approve-user.js';
import { CreateAdmin } from './admin/create-admin.js';
import { FirstAdmin } from './admin/first-admin.js';
import { ResetPassword } from './admin/reset-password.js';
import { SuspendUser } from './admin/suspend-user.js';
import { UpdateUser } from './admin/update-user.js';
import { UserActivity } from './admin/user-activity.js';
import { UserExports } from './admin/user-exports.js';
import { UsersService } from './admin/users.service.js';
import { ConfirmEmail } from './email/confirm-email.js';
import { EmailConfirmation } from './email/email-confirmation.entity.js';
import { EmailConfirmations } from './email/email-confirmations.js';
import { EmailController } from './email/email.controller.js';
import { ResendConfirmation } from './email/resend-confirmation.js';
import { SendEmailChanged } from './email/send-email-changed.js';
import { SendEmailConfirmation } from './email/send-email-confirmation.js';
import { WithdrawEmailChange } from './email/withdraw-email-change.js';
import { ConfirmPassword } from './passwords/confirm-password.js';
import { PasswordReset } from './passwords/password-reset.entity.js';
import { Passwords } from './passwords/passwords.js';
import { SignInAttempt } from './passwords/sign-in-attempt.entity.js';
import { SignInAttempts } from './passwords/sign-in-attempts.js';
import { ActivityDay } from './reminders/activity-day.entity.js';
import { EnqueueReminders } from './reminders/enqueue-reminders.js';
import { Reminder } from './reminders/reminder.entity.js';
import { SendDailyReminder } from './reminders/send-daily-reminder.js';
import { NewDevices } from './security/new-devices.js';
import { SecurityNotices } from './security/security-notices.js';
import { SendSecurityNotice } from './security/send-security-notice.js';
import { Session } from './sessions/session.entity.js';
import { Sessions } from './sessions/sessions.js';
import { UnsubscribeController } from './subscriptions/unsubscribe.controller.js';
import { Unsubscribe } from './subscriptions/unsubscribe.js';
import { User } from './user.entity.js';
import { UsersController } from './users.controller.js';
import { UsersProcessor } from './users.processor.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      User,
      EmailConfirmation,
      Session,
      PasswordReset,
      SignInAttempt,
      ActivityDay,
      Reminder,
    ]),
  ],
  controllers: [UsersController, EmailController, AdminUsersController, UnsubscribeController],
  providers: [
    AccountWriter,
    AnnouncePendingAccount,
    ApproveUser,
    UpdateProfile,
    UpdateUser,
    ConfirmEmail,
    ConfirmPassword,
    CreateAdmin,
    EmailConfirmations,
    FirstAdmin,
    Passwords,
    NewDevices,
    OpenAccounts,
    OpenCustomerAccount,
    RegisterUser,
    EnqueueReminders,
    ResendConfirmation,
    ResetPassword,
    SecurityNotices,
    SendAccountApproved,
    SendDailyReminder,
    SendEmailChanged,
    SendEmailConfirmation,
    SendSecurityNotice,
    Sessions,
    SignInAttempts,
    SuspendUser,
    UserActivity,
    UserExports,
    Unsubscribe,
    UsersProcessor,
    UsersService,
    WithdrawEmailChange,
  ],
  exports: [
    ApproveUser,
    ConfirmEmail,
    ConfirmPassword,
    CreateAdmin,
    FirstAdmin,
    NewDevices,
    OpenAccounts,
    OpenCustomerAccount,
    Passwords,
    RegisterUser,
    ResetPassword,
    SecurityNotices,
    SignInAttempts,
    UpdateUser,
    UsersService,
  ],
})
export class UsersModule {
  constructor(config: Config, schedules: Schedules, enqueueReminders: EnqueueReminders) {
    schedules.register('daily-reminder', async (dueAt) => {
      await enqueueReminders.run(dayInTimeZone(dueAt, config.store.timeZone), dueAt);
    });
  }
}
