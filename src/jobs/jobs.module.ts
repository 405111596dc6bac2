import { BullModule, BullRegistrar, getQueueToken } from '@nestjs/bullmq';
import { Global, Logger, Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config } from '../config/config.js';
import { Background } from './background.js';
import { Claims } from './claims.js';
import { CleanUpOutbox } from './clean-up-outbox.js';
import { CleanUpScheduleRuns } from './clean-up-schedule-runs.js';
import { CleanUps } from './clean-ups.js';
import { Dispatcher } from './dispatcher.js';
import { OpenEvents } from './open-events.js';
import { Outbox } from './outbox.js';
import type { QueueConnection } from './queue-connection.js';
import { QUEUE_NAMES, Queues, type EventJob } from './queues.js';
import { Relay } from './relay.js';
import { Schedules } from './schedules.js';
import { SchedulesProcessor } from './schedules.processor.js';

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
