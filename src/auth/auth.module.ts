import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { ThrottlerModule } from '@nestjs/throttler';
import { Config } from '../config/config.js';
import { UsersModule } from '../users/users.module.js';
import { AccessTokenGuard } from './access-token.guard.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { ACCESS_TOKEN, AccessTokens } from './access-tokens.js';
import { AskPasswordReset } from './ask-password-reset.js';
import { AuthController } from './auth.controller.js';
import { ChangePassword } from './change-password.js';
import { LastActivity } from './last-activity.js';
import { PasswordController } from './password.controller.js';
import { RefreshSession } from './refresh-session.js';
import { ResetForgottenPassword } from './reset-forgotten-password.js';
import { RolesGuard } from './roles.guard.js';
import { SendPasswordReset } from './send-password-reset.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';

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
    ChangePassword,
    LastActivity,
    RefreshSession,
    ResetForgottenPassword,
    SendPasswordReset,
    SignIn,
    SignOut,
  ],
})
export class AuthModule {}
