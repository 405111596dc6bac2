import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Clock } from '../../platform/common/clock.js';
import type { DomainError } from '../../platform/common/domain-error.js';
import { isId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { OriginRefused, Unauthenticated } from '../auth.errors.js';
import { activeSessionSql } from '../sessions/active-session.js';
import { isSameOrigin } from './origin.js';

/** Where the board is. */
export const QUEUE_BOARD = '/queues';

/** The cookie that a pass comes in. */
export const QUEUE_BOARD_COOKIE = 'queue_board';

/** How long a pass opens the queue board, in seconds. */
export const PASS_LIFETIME = 600;

const TYPE = 'queue-board';

/**
 * Passes to the queue board. A browser asks for its page and files by itself, without the header that an access token
 * comes in: an admin exchanges the one for a cookie that opens this board alone, for some minutes.
 */
@Injectable()
export class QueueBoardTokens {
  constructor(
    private readonly config: Config,
    private readonly jwt: JwtService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Why a request may not come to the board, or undefined where it may. */
  async refusal(request: FastifyRequest): Promise<DomainError | undefined> {
    const { method, headers, cookies } = request;
    const { origin, host } = headers;
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isRead && !isSameOrigin({ origin, host, secFetchSite: undefined }, this.config.publicUrl))
      return new OriginRefused();
    return (await this.holds(cookies[QUEUE_BOARD_COOKIE])) ? undefined : new Unauthenticated();
  }

  issue({ id, sessionId }: AuthenticatedUser): string {
    return this.jwt.sign({ sub: id, sid: sessionId, typ: TYPE }, { expiresIn: PASS_LIFETIME });
  }

  /** Whether a pass is a true one, and its session still that of an admin. */
  private async holds(pass: string | undefined): Promise<boolean> {
    const claims = this.claimsOf(pass);
    if (claims === undefined) return false;
    const admin = await this.database.read.row(
      sql`SELECT users.id ${activeSessionSql(claims.sub, claims.sid, this.clock.now())} AND users.role = 'admin'`,
    );
    return admin !== undefined;
  }

  private claimsOf(pass: string | undefined): { sub: string; sid: string } | undefined {
    try {
      const { sub, sid, typ } = this.jwt.verify<Record<string, unknown>>(pass ?? '');
      const areIds = typeof sub === 'string' && isId(sub) && typeof sid === 'string' && isId(sid);
      return areIds && typ === TYPE ? { sub, sid } : undefined;
    } catch {
      return undefined;
    }
  }
}
