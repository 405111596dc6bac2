import { BullModule } from '@nestjs/bullmq';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { BullQueue } from './bull-queue.js';
import { InProcessQueue } from './in-process-queue.js';
import { JobQueue } from './job-queue.js';
import { QueueConnection } from './queue-connection.js';
import { QUEUE_NAMES } from './queues.js';

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
    const connection = new QueueConnection(redisUrl);
    return {
      ...common,
      imports: [
        DiscoveryModule,
        // The background runner starts workers when the process is ready for them.
        BullModule.forRoot({
          connection: connection.client,
          extraOptions: { manualRegistration: true },
        }),
        BullModule.registerQueue(...QUEUE_NAMES.map((name) => ({ name }))),
      ],
      providers: [
        { provide: QueueConnection, useFactory: () => connection },
        { provide: JobQueue, useClass: BullQueue },
      ],
    };
  }
}
