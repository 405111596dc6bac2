import { BullModule, BullRegistrar, getQueueToken } from '@nestjs/bullmq';
import { Global, Logger, Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { TaskLeases } from '../platform/background-tasks/task-leases.js';
import { Config } from '../platform/config/config.js';
import { CleanUpOutbox } from '../platform/outbox/clean-up-outbox.js';
import { OutboxDispatcher } from '../platform/outbox/outbox-dispatcher.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { QueueConnection } from '../platform/queues/queue-connection.js';
import { QUEUE_NAMES, Queues, type EventJob } from '../platform/queues/queues.js';
import { RetentionRegistry } from '../platform/retention/retention-tasks.js';
import { CleanUpScheduleRuns } from '../platform/schedules/clean-up-schedule-runs.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { SchedulesProcessor } from '../platform/schedules/schedules.processor.js';
import { BackgroundRunner } from './background-runner.js';

const logger = new Logger('Queues');

@Global()
@Module({})
export class BackgroundModule {
  /** @param queue where jobs wait; without it events are written, and wait for a process that has one */
  static with(queue: QueueConnection | undefined): DynamicModule {
    return {
      module: BackgroundModule,
      imports: queue === undefined ? [] : bullMq(queue),
      providers: [
        TaskLeases,
        CleanUpOutbox,
        CleanUpScheduleRuns,
        RetentionRegistry,
        OutboxDispatcher,
        OutboxStore,
        Outbox,
        OutboxRelay,
        Schedules,
        SchedulesProcessor,
        queuesOf(queue),
        {
          provide: BackgroundRunner,
          inject: [
            Config,
            Queues,
            OutboxRelay,
            OutboxStore,
            Schedules,
            { token: BullRegistrar, optional: true },
          ],
          useFactory: (
            config: Config,
            queues: Queues,
            relay: OutboxRelay,
            events: OutboxStore,
            schedules: Schedules,
            workers: BullRegistrar | undefined,
          ) => new BackgroundRunner(config, queues, relay, events, schedules, queue, workers),
        },
      ],
      exports: [
        BackgroundRunner,
        TaskLeases,
        RetentionRegistry,
        OutboxDispatcher,
        OutboxStore,
        Outbox,
        Queues,
        OutboxRelay,
        Schedules,
      ],
    };
  }
}

/** Workers are started by hand, when the process is ready for them. */
function bullMq({ connection }: QueueConnection): DynamicModule[] {
  return [
    BullModule.forRoot({ connection, extraOptions: { manualRegistration: true } }),
    BullModule.registerQueue(...QUEUE_NAMES.map((name) => ({ name }))),
  ];
}

function queuesOf(queue: QueueConnection | undefined): Provider {
  if (queue === undefined) return { provide: Queues, useValue: new Queues(new Map()) };
  return {
    provide: Queues,
    inject: QUEUE_NAMES.map((name) => getQueueToken(name)),
    useFactory: (...queues: Queue<EventJob>[]) => {
      // BullMQ mends its connections by itself, and the relay tells of an outage.
      for (const one of queues) one.on('error', (error) => logger.debug(error.message));
      return new Queues(new Map(queues.map((one) => [one.name, one])));
    },
  };
}
