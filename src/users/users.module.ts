import { Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Schedules } from '../jobs/schedules.js';
import { AccountChanges } from './account-changes.js';
import { AdminUsersController } from './admin-users.controller.js';
import { AnnouncePendingAccount } from './announce-pending-account.js';
import { ApproveUser } from './approve-user.js';
import { ChangeOwnProfile } from './change-own-profile.js';
import { ChangeUser } from './change-user.js';
import { CleanUpReminders } from './clean-up-reminders.js';
import { CreateAdmin } from './create-admin.js';
import { FirstAdmin } from './first-admin.js';
import { CleanUpSignInAttempts } from './passwords/clean-up-sign-in-attempts.js';
import { ConfirmPassword } from './passwords/confirm-password.js';
import { Passwords } from './passwords/passwords.js';
import { SignInAttempts } from './passwords/sign-in-attempts.js';
import { RegisterUser } from './register-user.js';
import { RemindShoppers } from './remind-shoppers.js';
import { ResetPassword } from './reset-password.js';
import { SendAccountApproved } from './send-account-approved.js';
import { SendDailyReminder } from './send-daily-reminder.js';
import { Sessions } from './sessions.js';
import { dayInTimeZone } from '../common/store-day.js';
import { SuspendUser } from './suspend-user.js';
import { UserActivity } from './user-activity.js';
import { UserExports } from './user-exports.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { Unsubscribe } from './unsubscribe.js';
import { UsersController } from './users.controller.js';
import { UsersProcessor } from './users.processor.js';
import { UsersService } from './users.service.js';

@Module({
  controllers: [UsersController, AdminUsersController, UnsubscribeController],
  providers: [
    AccountChanges,
    AnnouncePendingAccount,
    ApproveUser,
    ChangeOwnProfile,
    ChangeUser,
    CleanUpReminders,
    CleanUpSignInAttempts,
    ConfirmPassword,
    CreateAdmin,
    FirstAdmin,
    Passwords,
    RegisterUser,
    RemindShoppers,
    ResetPassword,
    SendAccountApproved,
    SendDailyReminder,
    Sessions,
    SignInAttempts,
    SuspendUser,
    UserActivity,
    UserExports,
    Unsubscribe,
    UsersProcessor,
    UsersService,
  ],
  exports: [
    ApproveUser,
    ConfirmPassword,
    CreateAdmin,
    FirstAdmin,
    Passwords,
    RegisterUser,
    ResetPassword,
    SignInAttempts,
    UsersService,
  ],
})
export class UsersModule {
  constructor(config: Config, schedules: Schedules, remindShoppers: RemindShoppers) {
    schedules.register('daily-reminder', async (dueAt) => {
      await remindShoppers.run(dayInTimeZone(dueAt, config.store.timeZone), dueAt);
    });
  }
}
