import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Clock } from '../../platform/common/clock.js';
import type { DomainError } from '../../platform/common/errors/domain-error.js';
import { isId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { authErrors } from '../auth.errors.js';
import { activeSessionSql } from '../sessions/active-session.js';
import { isSameOrigin } from './origin.js';

/** Path of the queue board. */
export const QUEUE_BOARD_PATH = '/queues';

/**
 * Returns name and path of the cookie that carries a token. Over HTTPS the name has the prefix that binds it to this host,
 * which requires the path `/`.
 */
export function queueBoardCookie(https: boolean): { readonly name: string; readonly path: string } {
  return https ? { name: '__Host-queue_board', path: '/' } : { name: 'queue_board', path: QUEUE_BOARD_PATH };
}

/** Lifetime of a token for the queue board, in seconds. */
export const QUEUE_BOARD_TOKEN_TTL_S = 600;

const TOKEN_TYPE = 'queue-board';

/**
 * Issues and verifies tokens for the queue board. A browser requests the board's page and files without an
 * Authorization header. An admin therefore exchanges the access token for a short-lived cookie, valid only here.
 */
@Injectable()
export class QueueBoardTokens {
  constructor(
    private readonly config: Config,
    private readonly jwt: JwtService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the reason to refuse a request to the board, or undefined if it is allowed. */
  async refusal(request: FastifyRequest): Promise<DomainError | undefined> {
    const { method, headers, cookies } = request;
    const { origin, host } = headers;
    const { name } = queueBoardCookie(this.config.https);
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isRead && !isSameOrigin({ origin, host, secFetchSite: undefined }, this.config.publicUrl))
      return authErrors['origin-refused']();
    return (await this.isValid(cookies[name])) ? undefined : authErrors.unauthenticated();
  }

  issue({ id, sessionId }: AuthenticatedUser): string {
    return this.jwt.sign(
      { sub: id, sid: sessionId, typ: TOKEN_TYPE },
      { expiresIn: QUEUE_BOARD_TOKEN_TTL_S },
    );
  }

  /** Returns true if a token is genuine and its session still belongs to an admin. */
  private async isValid(token: string | undefined): Promise<boolean> {
    const claims = this.claimsOf(token);
    if (claims === undefined) return false;
    const admin = await this.database.read.row(
      sql`SELECT users.id ${activeSessionSql(claims.sub, claims.sid, this.clock.now())} AND users.role = 'admin'`,
    );
    return admin !== undefined;
  }

  private claimsOf(token: string | undefined): { sub: string; sid: string } | undefined {
    try {
      const { sub, sid, typ } = this.jwt.verify<Record<string, unknown>>(token ?? '');
      const areIds = typeof sub === 'string' && isId(sub) && typeof sid === 'string' && isId(sid);
      return areIds && typ === TOKEN_TYPE ? { sub, sid } : undefined;
    } catch {
      return undefined;
    }
  }
}
