import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { ThrottlerModule } from '@nestjs/throttler';
import { Config } from '../config/config.js';
import { Admission } from '../live/admission.js';
import { UsersModule } from '../users/users.module.js';
import { AccessTokenGuard } from './access-token.guard.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { ACCESS_TOKEN, AccessTokens } from './access-tokens.js';
import { AskPasswordReset } from './ask-password-reset.js';
import { AuthController } from './auth.controller.js';
import { AuthProcessor } from './auth.processor.js';
import { ChangePassword } from './change-password.js';
import { CleanUpPasswordResets } from './clean-up-password-resets.js';
import { CleanUpSessions } from './clean-up-sessions.js';
import { LastActivity } from './last-activity.js';
import { PasswordController } from './password.controller.js';
import { QueueBoardPasses } from './queue-board-passes.js';
import { RefreshSession } from './refresh-session.js';
import { ResetForgottenPassword } from './reset-forgotten-password.js';
import { RolesGuard } from './roles.guard.js';
import { SendPasswordReset } from './send-password-reset.js';
import { SessionAdmission } from './session-admission.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';

/** Global for what it exports: whether those who read event streams may stay, and the passes to the queue board. */
@Global()
@Module({
  imports: [
    UsersModule,
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: ({ jwtSecret }: Config) => ({
        secret: jwtSecret,
        signOptions: {
          algorithm: ACCESS_TOKEN.algorithm,
          issuer: ACCESS_TOKEN.issuer,
          audience: ACCESS_TOKEN.audience,
          expiresIn: ACCESS_TOKEN.lifetimeSeconds,
        },
      }),
    }),
    ThrottlerModule.forRootAsync({
      inject: [Config],
      useFactory: ({ rateLimits }: Config) => ({
        // Each limited route says its own numbers.
        throttlers: [{ limit: 60, ttl: 60_000 }],
        skipIf: () => !rateLimits,
        setHeaders: false,
      }),
    }),
  ],
  controllers: [AuthController, PasswordController],
  providers: [
    // In this order: who it is, then whether they may.
    { provide: APP_GUARD, useClass: AccessTokenGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
    AccessTokens,
    AccessTokenStrategy,
    AskPasswordReset,
    AuthProcessor,
    ChangePassword,
    CleanUpPasswordResets,
    CleanUpSessions,
    LastActivity,
    QueueBoardPasses,
    RefreshSession,
    ResetForgottenPassword,
    SendPasswordReset,
    SignIn,
    SignOut,
    { provide: Admission, useClass: SessionAdmission },
  ],
  exports: [Admission, QueueBoardPasses],
})
export class AuthModule {}
