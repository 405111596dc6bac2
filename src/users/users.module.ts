import { Module } from '@nestjs/common';
import { AccountChanges } from './account-changes.js';
import { AdminUsersController } from './admin-users.controller.js';
import { ApproveUser } from './approve-user.js';
import { ChangeOwnProfile } from './change-own-profile.js';
import { ChangeUser } from './change-user.js';
import { CreateAdmin } from './create-admin.js';
import { FirstAdmin } from './first-admin.js';
import { CleanUpSignInAttempts } from './passwords/clean-up-sign-in-attempts.js';
import { ConfirmPassword } from './passwords/confirm-password.js';
import { Passwords } from './passwords/passwords.js';
import { SignInAttempts } from './passwords/sign-in-attempts.js';
import { RegisterUser } from './register-user.js';
import { ResetPassword } from './reset-password.js';
import { Sessions } from './sessions.js';
import { SuspendUser } from './suspend-user.js';
import { UserExports } from './user-exports.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

@Module({
  controllers: [UsersController, AdminUsersController],
  providers: [
    AccountChanges,
    ApproveUser,
    ChangeOwnProfile,
    ChangeUser,
    CleanUpSignInAttempts,
    ConfirmPassword,
    CreateAdmin,
    FirstAdmin,
    Passwords,
    RegisterUser,
    ResetPassword,
    Sessions,
    SignInAttempts,
    SuspendUser,
    UserExports,
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
