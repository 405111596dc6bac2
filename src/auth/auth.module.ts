import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StreamAuthorizer } from '../platform/access/stream-authorizer.js';
import { Config } from '../platform/config/config.js';
import { UsersModule } from '../users/users.module.js';
import { AuthController } from './auth.controller.js';
import { AuthProcessor } from './auth.processor.js';
import { AccessTokenGuard } from './guards/access-token.guard.js';
import { AccessTokenStrategy } from './guards/access-token.strategy.js';
import { QueueBoardTokens } from './guards/queue-board-token.js';
import { RolesGuard } from './guards/roles.guard.js';
import { SessionStreamAuthorizer } from './guards/session-stream-authorizer.js';
import { ChangePassword } from './passwords/change-password.js';
import { PasswordsController } from './passwords/passwords.controller.js';
import { RequestPasswordReset } from './passwords/request-password-reset.js';
import { ResetForgottenPassword } from './passwords/reset-forgotten-password.js';
import { SendPasswordReset } from './passwords/send-password-reset.js';
import { ACCESS_TOKEN, AccessTokens } from './sessions/access-tokens.js';
import { ActivityTracker } from './sessions/activity-tracker.js';
import { RefreshSession } from './sessions/refresh-session.js';
import { RefreshToken } from './sessions/refresh-token.entity.js';
import { SignIn } from './sessions/sign-in.js';
import { SignOut } from './sessions/sign-out.js';

/** Global for its exports: the authorization of event streams and the tokens for the queue board. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([RefreshToken]),
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
  ],
  controllers: [AuthController, PasswordsController],
  providers: [
    // Order matters: authentication comes before authorization.
    { provide: APP_GUARD, useClass: AccessTokenGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
    AccessTokens,
    AccessTokenStrategy,
    RequestPasswordReset,
    AuthProcessor,
    ChangePassword,
    ActivityTracker,
    QueueBoardTokens,
    RefreshSession,
    ResetForgottenPassword,
    SendPasswordReset,
    SignIn,
    SignOut,
    { provide: StreamAuthorizer, useClass: SessionStreamAuthorizer },
  ],
  exports: [StreamAuthorizer, QueueBoardTokens],
})
export class AuthModule {}
