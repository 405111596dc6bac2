import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { isId } from '../../platform/common/id.js';
import type { AccessTokenView } from '../auth.dto.js';

/** Parameters of every access token, checked on each verification. */
export const ACCESS_TOKEN = {
  algorithm: 'HS256',
  issuer: 'grocery-store',
  audience: 'grocery-store',
  type: 'access',
  lifetimeSeconds: 300,
} as const;

/** Claims of an access token. */
export interface AccessClaims {
  /** The user's id. */
  readonly sub: string;
  /** The session's id. */
  readonly sid: string;
  /** The user's token version. */
  readonly ver: number;
  readonly typ: typeof ACCESS_TOKEN.type;
}

/** Returns true if the claims of a token with a valid signature are those of an access token. */
export function isAccessClaims(claims: unknown): claims is AccessClaims {
  const { sub, sid, ver, typ } = claims as Partial<Record<keyof AccessClaims, unknown>>;
  return (
    typ === ACCESS_TOKEN.type &&
    typeof sub === 'string' &&
    isId(sub) &&
    typeof sid === 'string' &&
    isId(sid) &&
    Number.isInteger(ver)
  );
}

@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  /** Issues an access token for a user's session, valid for this token version. */
  issue(userId: string, sessionId: string, tokenVersion: number): AccessTokenView {
    const claims: AccessClaims = { sub: userId, sid: sessionId, ver: tokenVersion, typ: ACCESS_TOKEN.type };
    return { accessToken: this.jwt.sign(claims), expiresIn: ACCESS_TOKEN.lifetimeSeconds };
  }
}
