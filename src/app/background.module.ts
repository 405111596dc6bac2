import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxDispatcher } from '../platform/outbox/outbox-dispatcher.js';
import { OutboxEvent } from '../platform/outbox/outbox-event.entity.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { Outbox, PastOutbox } from '../platform/outbox/outbox.js';
import { QueuesModule } from '../platform/queues/queues.module.js';
import { RetentionRegistry } from '../platform/retention/retention-tasks.js';
import { ScheduleRun } from '../platform/schedules/schedule-run.entity.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { SchedulesProcessor } from '../platform/schedules/schedules.processor.js';
import { BackgroundRunner } from './background-runner.js';

const SHARED = [BackgroundRunner, OutboxDispatcher, OutboxRelay, OutboxStore, RetentionRegistry, Schedules];

/** Outbox, queues and schedules. Nothing runs before `BackgroundRunner.start`. */
@Global()
@Module({})
export class BackgroundModule {
  /**
   * @param redisUrl where jobs wait; in this process if undefined
   * @param makesPast true if the work of all events counts as done
   */
  static with(redisUrl: string | undefined, makesPast = false): DynamicModule {
    return {
      module: BackgroundModule,
      imports: [TypeOrmModule.forFeature([OutboxEvent, ScheduleRun]), QueuesModule.with(redisUrl)],
      providers: [
        ...SHARED,
        { provide: Outbox, useClass: makesPast ? PastOutbox : Outbox },
        SchedulesProcessor,
      ],
      exports: [...SHARED, Outbox],
    };
  }
}
