import { Controller, Get, Headers, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/access/access.decorators.js';
import { AcceptsAnyForm } from '../../platform/http/decorators/accepts-form.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { MailTemplates } from '../../platform/mail/content/mail-templates.js';
import { userErrors } from '../users.errors.js';
import { OneClickForm, SubscriptionView, UnsubscribeQuery } from './unsubscribe.dto.js';
import { Unsubscribe, type Subscription } from './unsubscribe.js';

/** The page has inline styles and a form; it loads and runs nothing. */
const PAGE_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Documents both responses: JSON, or a page for browsers that follow the link in a mail. */
const ApiSubscription = (): MethodDecorator =>
  ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(SubscriptionView) } },
      'text/html': { schema: { type: 'string' } },
    },
  });

@ApiTags('Mail')
@ApiExtraModels(SubscriptionView)
@Controller('mail/unsubscribe')
export class UnsubscribeController {
  constructor(
    private readonly unsubscribe: Unsubscribe,
    private readonly templates: MailTemplates,
  ) {}

  /**
   * Show the subscription behind a mail's link
   * @remarks Changes nothing.
   */
  @Get()
  @Public()
  @ApiSubscription()
  @ApiProblems(userErrors['unsubscribe-token-invalid'])
  async getSubscription(
    @Query() { token }: UnsubscribeQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubscriptionView | string> {
    return this.render(await this.unsubscribe.subscription(token), accept, reply);
  }

  /**
   * Unsubscribe by the link in a mail
   * @remarks One-click unsubscription, RFC 8058.
   */
  @Post()
  @HttpCode(200)
  @Public()
  @AcceptsAnyForm()
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiBody({ type: OneClickForm, required: false })
  @ApiSubscription()
  @ApiProblems(userErrors['unsubscribe-token-invalid'])
  async unsubscribeByLink(
    @Query() { token }: UnsubscribeQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubscriptionView | string> {
    return this.render(await this.unsubscribe.run(token), accept, reply);
  }

  private render(
    { list, isSubscribed, locale }: Subscription,
    accept: string | undefined,
    reply: FastifyReply,
  ): SubscriptionView | string {
    if (accept?.includes('text/html') !== true) return { list, isSubscribed };
    void reply.header('content-security-policy', PAGE_CSP).type('text/html; charset=utf-8');
    return this.templates.unsubscribePage(locale, list, isSubscribed);
  }
}
