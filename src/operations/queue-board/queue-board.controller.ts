import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  QUEUE_BOARD_TOKEN_TTL_S,
  queueBoardCookie,
  QueueBoardTokens,
} from '../../auth/guards/queue-board-token.js';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Config } from '../../platform/config/config.js';
import { ApiHeaders } from '../../platform/http/decorators/api-headers.js';

@ApiTags('Operations')
@Controller('admin/queue-board')
export class QueueBoardController {
  constructor(
    private readonly config: Config,
    private readonly tokens: QueueBoardTokens,
  ) {}

  /**
   * Open the queue board for this browser
   *
   * @remarks Sets a cookie that opens `/queues` for ten minutes.
   */
  @Post('pass')
  @Roles('admin')
  @HttpCode(204)
  @ApiHeaders('Set-Cookie')
  openQueueBoard(
    @CurrentUser() user: AuthenticatedUser,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): void {
    const { https } = this.config;
    const { name, path } = queueBoardCookie(https);
    void reply.setCookie(name, this.tokens.issue(user), {
      path,
      httpOnly: true,
      sameSite: 'strict',
      secure: https,
      maxAge: QUEUE_BOARD_TOKEN_TTL_S,
    });
  }
}
