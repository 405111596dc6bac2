import { BullModule, BullRegistrar, getQueueToken } from '@nestjs/bullmq';
import { Global, Logger, Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Claims } from '../platform/background-tasks/task-leases.js';
import { Config } from '../platform/config/config.js';
import { CleanUpOutbox } from '../platform/outbox/clean-up-outbox.js';
import { Dispatcher } from '../platform/outbox/outbox-dispatcher.js';
import { Relay } from '../platform/outbox/outbox-relay.js';
import { OpenEvents } from '../platform/outbox/outbox-store.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { QueueConnection } from '../platform/queues/queue-connection.js';
import { QUEUE_NAMES, Queues, type EventJob } from '../platform/queues/queues.js';
import { CleanUps } from '../platform/retention/retention-tasks.js';
import { CleanUpScheduleRuns } from '../platform/schedules/clean-up-schedule-runs.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { SchedulesProcessor } from '../platform/schedules/schedules.processor.js';
import { Background } from './background-runner.js';

const logger = new Logger('Queues');

@Global()
@Module({})
export class JobsModule {
  /** @param queue where jobs wait; without it events are written, and wait for a process that has one */
  static with(queue: QueueConnection | undefined): DynamicModule {
    return {
      module: JobsModule,
      imports: queue === undefined ? [] : bullMq(queue),
      providers: [
        Claims,
        CleanUpOutbox,
        CleanUpScheduleRuns,
        CleanUps,
        Dispatcher,
        OpenEvents,
        Outbox,
        Relay,
        Schedules,
        SchedulesProcessor,
        queuesOf(queue),
        {
          provide: Background,
          inject: [Config, Queues, Relay, OpenEvents, Schedules, { token: BullRegistrar, optional: true }],
          useFactory: (
            config: Config,
            queues: Queues,
            relay: Relay,
            events: OpenEvents,
            schedules: Schedules,
            workers: BullRegistrar | undefined,
          ) => new Background(config, queues, relay, events, schedules, queue, workers),
        },
      ],
      exports: [Background, Claims, CleanUps, Dispatcher, OpenEvents, Outbox, Queues, Relay, Schedules],
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
