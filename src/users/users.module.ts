import { Module } from '@nestjs/common';
import { AccountChanges } from './account-changes.js';
import { AdminUsersController } from './admin-users.controller.js';
import { AnnouncePendingAccount } from './announce-pending-account.js';
import { ApproveUser } from './approve-user.js';
import { ChangeOwnProfile } from './change-own-profile.js';
import { ChangeUser } from './change-user.js';
import { CreateAdmin } from './create-admin.js';
import { FirstAdmin } from './first-admin.js';
import { ConfirmPassword } from './passwords/confirm-password.js';
import { Passwords } from './passwords/passwords.js';
import { SignInAttempts } from './passwords/sign-in-attempts.js';
import { RegisterUser } from './register-user.js';
import { RemindShoppers } from './remind-shoppers.js';
import { ResetPassword } from './reset-password.js';
import { SendAccountApproved } from './send-account-approved.js';
import { SendDailyReminder } from './send-daily-reminder.js';
import { Sessions } from './sessions.js';
import { SuspendUser } from './suspend-user.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { Unsubscribe } from './unsubscribe.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

@Module({
  controllers: [UsersController, AdminUsersController, UnsubscribeController],
  providers: [
    AccountChanges,
    AnnouncePendingAccount,
    ApproveUser,
    ChangeOwnProfile,
    ChangeUser,
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
    Unsubscribe,
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
export class UsersModule {}
