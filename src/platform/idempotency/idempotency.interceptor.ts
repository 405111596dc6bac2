import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { attemptOf } from './attempt.js';
import { Idempotency } from './idempotency.js';
import { KEY_RULE, type KeyRule } from './key-rule.js';

/** Runs the handler of a request with an Idempotency-Key once. See `TakesIdempotencyKey`. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { isRequired, errors } = this.reflector.get<KeyRule>(KEY_RULE, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const attempt = attemptOf(request, request.body, errors);
    if (attempt === undefined && isRequired) throw errors.invalid();
    if (attempt === undefined) return next.handle();
    return from(
      this.idempotency.run(attempt, () => lastValueFrom(next.handle(), { defaultValue: undefined })),
    );
  }
}
