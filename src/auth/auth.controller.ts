import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/access/access.decorators.js';
import { ReqInfo, type RequestInfo } from '../platform/access/request-info.js';
import { Clock } from '../platform/common/clock.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { isError } from '../platform/common/errors/define-errors.js';
import { Config } from '../platform/config/config.js';
import { ApiHeaders } from '../platform/http/decorators/api-headers.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { Limited } from '../platform/http/throttling/limited.js';
import { RegisterUser } from '../users/account/register-user.js';
import { ConfirmEmail } from '../users/email/confirm-email.js';
import { ConfirmEmailBody, ConfirmedEmailView } from '../users/email/email.dto.js';
import { RegisterBody, UserView } from '../users/users.dto.js';
import { signInErrors, userErrors } from '../users/users.errors.js';
import { ForgotPasswordBody, LoginBody, ResetPasswordBody, SignedInView } from './auth.dto.js';
import { authErrors } from './auth.errors.js';
import { SameOriginGuard } from './guards/same-origin.guard.js';
import { RequestPasswordReset } from './passwords/request-password-reset.js';
import { ResetForgottenPassword } from './passwords/reset-forgotten-password.js';
import { deviceCookieOf, setDeviceCookie } from './sessions/device-cookie.js';
import { knownDeviceId, rememberOnDevice } from './sessions/known-device.js';
import { clearRefreshCookie, refreshCookieOf, setRefreshCookie } from './sessions/refresh-cookie.js';
import { RefreshSession } from './sessions/refresh-session.js';
import { SignIn, type SignedInResult } from './sessions/sign-in.js';
import { SignOut } from './sessions/sign-out.js';

@ApiTags('Signing in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly registerUser: RegisterUser,
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly signOut: SignOut,
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly resetForgottenPassword: ResetForgottenPassword,
    private readonly confirm: ConfirmEmail,
  ) {}

  /** Register an account */
  @Post('register')
  @Public()
  @Limited('registrations', authErrors['too-many-requests'])
  @ApiProblems(userErrors['username-taken'], userErrors['email-taken'], requestErrors['rule-broken'])
  register(@Body() body: RegisterBody, @ReqInfo() caller: RequestInfo): Promise<UserView> {
    return this.registerUser.run(body, caller);
  }

  /**
   * Sign in
   * @remarks After several wrong passwords, further attempts are delayed. The cookie `known_device` of an earlier sign-in excepts
   * the device from the delays that others cause.
   */
  @Post('login')
  @ApiHeaders('Set-Cookie')
  @HttpCode(200)
  @Public()
  @Limited('sign-ins', authErrors['too-many-requests'])
  @ApiProblems(
    authErrors['invalid-credentials'],
    authErrors['account-pending'],
    authErrors['account-suspended'],
    signInErrors['too-many-attempts'],
  )
  async login(
    @Body() body: LoginBody,
    @Req() request: FastifyRequest,
    @ReqInfo() caller: RequestInfo,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const result = await this.signIn.run(body, caller, deviceCookieOf(request, this.config.https));
    return this.withCookies(request, reply, result);
  }

  /**
   * Exchange the refresh cookie for new tokens
   * @remarks A cookie that has been exchanged already gives the same successor again for 30 seconds, in case the response was lost.
   * After that, its use ends the session.
   */
  @Post('refresh')
  @ApiHeaders('Set-Cookie')
  @HttpCode(200)
  @Public()
  @Limited('refreshes', authErrors['too-many-requests'])
  @UseGuards(SameOriginGuard)
  @ApiCookieAuth('refresh_token')
  @ApiProblems(authErrors['session-ended'], authErrors['origin-refused'])
  async refresh(
    @Req() request: FastifyRequest,
    @ReqInfo() caller: RequestInfo,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    try {
      const result = await this.refreshSession.run(this.cookieOf(request), caller);
      return this.withCookies(request, reply, result);
    } catch (error) {
      if (isError(error, authErrors['session-ended'])) clearRefreshCookie(reply, this.config.https);
      throw error;
    }
  }

  /** Sign out */
  @Post('logout')
  @ApiHeaders('Set-Cookie')
  @HttpCode(204)
  @Public()
  @UseGuards(SameOriginGuard)
  @ApiCookieAuth('refresh_token')
  @ApiProblems(authErrors['origin-refused'])
  async logout(
    @Req() request: FastifyRequest,
    @ReqInfo() caller: RequestInfo,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signOut.run(this.cookieOf(request), caller);
    clearRefreshCookie(reply, this.config.https);
  }

  /**
   * Request a password reset mail
   * @remarks The response does not reveal whether the account exists.
   */
  @Post('forgot-password')
  @HttpCode(202)
  @Public()
  @Limited('forgotten-passwords', authErrors['too-many-requests'])
  forgotPassword(@Body() body: ForgotPasswordBody, @ReqInfo() caller: RequestInfo): Promise<void> {
    return this.requestPasswordReset.run(body.email, caller);
  }

  /** Set a new password with the mailed token */
  @Post('reset-password')
  @ApiHeaders('Set-Cookie')
  @HttpCode(204)
  @Public()
  @Limited('password-resets', authErrors['too-many-requests'])
  @ApiProblems(authErrors['reset-token-invalid'], requestErrors['rule-broken'])
  async resetPassword(
    @Body() body: ResetPasswordBody,
    @Req() request: FastifyRequest,
    @ReqInfo() caller: RequestInfo,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const userId = await this.resetForgottenPassword.run(body, caller);
    this.rememberDevice(request, reply, userId);
  }

  /**
   * Confirm an e-mail address with the mailed token
   * @remarks A new address replaces the old one only now. The token works once. It needs no session: the mail may be read on another
   * device.
   */
  @Post('confirm-email')
  @HttpCode(200)
  @Public()
  @Limited('email-confirmations', authErrors['too-many-requests'])
  @ApiProblems(userErrors['confirmation-invalid'], userErrors['email-taken'])
  confirmEmail(@Body() body: ConfirmEmailBody, @ReqInfo() caller: RequestInfo): Promise<ConfirmedEmailView> {
    return this.confirm.run(body.token, caller);
  }

  private cookieOf(request: FastifyRequest): string | undefined {
    return refreshCookieOf(request, this.config.https, this.clock.now());
  }

  private withCookies(
    request: FastifyRequest,
    reply: FastifyReply,
    { body: answer, refreshToken }: SignedInResult,
  ): SignedInView {
    setRefreshCookie(reply, refreshToken, this.config.https);
    this.rememberDevice(request, reply, answer.user.id);
    return answer;
  }

  /** Marks the device as one of the user's, unless it is marked already. */
  private rememberDevice(request: FastifyRequest, reply: FastifyReply, userId: string): void {
    const { jwtSecret, https } = this.config;
    const cookie = deviceCookieOf(request, this.config.https);
    if (knownDeviceId(cookie, userId, jwtSecret) !== undefined) return;
    setDeviceCookie(reply, rememberOnDevice(cookie, userId, jwtSecret), https);
  }
}
