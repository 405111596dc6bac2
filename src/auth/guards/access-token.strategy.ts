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
 * Authenticates the user of a request. The token alone is not trusted: each request looks up status, role, token
 * version and session. A suspension, a demotion or the end of a session therefore takes effect with the next request.
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
      secretOrKey: toSecretKey(config.jwtSecret),
      algorithms: [ACCESS_TOKEN.algorithm],
      issuer: ACCESS_TOKEN.issuer,
      audience: ACCESS_TOKEN.audience,
      passReqToCallback: true,
    });
  }

  /** Returns the user of a token whose signature and times are valid, or null if the token is revoked. */
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
 * Converts the secret to a KeyObject. With a string, jsonwebtoken tries to parse a PEM public key on each request,
 * which takes longer than the rest of the verification. It accepts a KeyObject, although the types of passport-jwt omit it.
 */
function toSecretKey(secret: string): Buffer {
  return createSecretKey(secret, 'utf8') as unknown as Buffer;
}
