import { BullModule } from '@nestjs/bullmq';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { BullQueue } from './bull-queue.js';
import { InProcessQueue } from './in-process-queue.js';
import { JobQueue } from './job-queue.js';
import { QUEUE_NAMES } from './queues.js';

const REDIS = {
  // Workers wait for Redis, however long it is unavailable.
  maxRetriesPerRequest: null,
  connectTimeout: 2000,
  retryStrategy: (attempt: number): number => Math.min(100 * attempt, 2000),
};

/** Provides the `JobQueue`: BullMQ on Redis if there is a URL, otherwise the queue in this process. */
@Global()
@Module({})
export class QueuesModule {
  static with(redisUrl: string | undefined): DynamicModule {
    const common = { module: QueuesModule, exports: [JobQueue] };
    if (redisUrl === undefined) {
      const queue = { provide: JobQueue, useClass: InProcessQueue };
      return { ...common, imports: [DiscoveryModule], providers: [queue] };
    }
    return {
      ...common,
      imports: [
        DiscoveryModule,
        // The background runner starts workers when the process is ready for them.
        BullModule.forRoot({
          connection: { url: redisUrl, ...REDIS },
          extraOptions: { manualRegistration: true },
        }),
        BullModule.registerQueue(...QUEUE_NAMES.map((name) => ({ name }))),
      ],
      providers: [{ provide: JobQueue, useClass: BullQueue }],
    };
  }
}
