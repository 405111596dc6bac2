import { Module } from '@nestjs/common';
import { ThrottlerModule, ThrottlerStorageService } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { RedisConnection } from '../../cache/redis-connection.js';
import { Config } from '../../config/config.js';
import { REQUEST_LIMITS } from '../../config/request-limits.js';
import { callerOf, limitOf } from './request-limit.guard.js';
import { SharedThrottlerStorage } from './shared-throttler-storage.js';

/** Counts the requests to routes with `@Limited()`. The library's module makes the counter available everywhere. */
@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [Config, { token: RedisConnection, optional: true }],
      useFactory: ({ rateLimits, requestLimits }: Config, connection: RedisConnection | undefined) => ({
        throttlers: [
          {
            limit: (context) => requestLimits[limitOf(context).name],
            ttl: (context) => REQUEST_LIMITS[limitOf(context).name].periodMs,
            // A refused request does not count: the caller continues when the period is over.
            blockDuration: 0,
          },
        ],
        storage: new SharedThrottlerStorage(connection, new ThrottlerStorageService()),
        getTracker: (request, context) => callerOf(request as FastifyRequest, limitOf(context)),
        generateKey: (context, caller) => `${limitOf(context).name}:${caller}`,
        skipIf: () => !rateLimits,
        setHeaders: false,
      }),
    }),
  ],
})
export class ThrottlingModule {}
