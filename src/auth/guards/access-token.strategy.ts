import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import type { Role } from '../../platform/access/roles.js';
import { Clock } from '../../platform/common/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { ACCESS_TOKEN, isAccessClaims } from '../sessions/access-tokens.js';
import { activeSessionSql } from '../sessions/active-session.js';

export const ACCESS_TOKEN_STRATEGY = 'access-token';

/**
 * Who sends a request. The token alone is not believed: status, role, token version and session are looked up for each
 * request, so that a suspension, a demotion or the end of a session holds from the very next one on.
 */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, ACCESS_TOKEN_STRATEGY) {
  constructor(
    config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: keyOf(config.jwtSecret),
      algorithms: [ACCESS_TOKEN.algorithm],
      issuer: ACCESS_TOKEN.issuer,
      audience: ACCESS_TOKEN.audience,
      passReqToCallback: true,
    });
  }

  /** The user of a token whose signature and times are right; null where it no longer holds. */
  async validate(request: FastifyRequest, claims: unknown): Promise<AuthenticatedUser | null> {
    if (!isAccessClaims(claims)) return null;
    const user = await this.database.read.row<{ username: string; role: Role }>(sql`
      SELECT users.username, users.role ${activeSessionSql(claims.sub, claims.sid, this.clock.now())}
        AND users.token_version = ${claims.ver}`);
    if (user === undefined) return null;
    return { id: claims.sub, ...user, sessionId: claims.sid, requestId: request.id };
  }
}

/**
 * The secret as a key. Given a text, jsonwebtoken would try for each request whether it is a public key in PEM, which
 * takes longer than all else that it does. It takes a KeyObject, though passport-jwt's types do not say so.
 */
function keyOf(secret: string): Buffer {
  return createSecretKey(secret, 'utf8') as unknown as Buffer;
}
