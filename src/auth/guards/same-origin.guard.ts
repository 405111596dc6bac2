import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config.js';
import { authErrors } from '../auth.errors.js';
import { isSameOrigin } from './origin.js';

/** Prevents pages of other sites from using the cookie that a browser would send along. */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const secFetchSite = headers['sec-fetch-site'];
    const request = {
      origin: headers.origin,
      host: headers.host,
      secFetchSite: typeof secFetchSite === 'string' ? secFetchSite : undefined,
    };
    if (!isSameOrigin(request, this.config.publicUrl)) throw authErrors['origin-refused']();
    return true;
  }
}
