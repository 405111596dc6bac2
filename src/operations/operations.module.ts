import { Module } from '@nestjs/common';
import { BooksModule } from '../books/books.module.js';
import { RunRetention } from '../platform/retention/run-retention.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { Serving } from '../platform/http/serving.js';
import { DiskSpace } from './health/disk-space.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { JobsController } from './jobs/jobs.controller.js';
import { JobsService } from './jobs/jobs.service.js';
import { RetryFailedEvents } from './jobs/retry-failed-events.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Metrics } from './metrics/metrics.js';
import { StoreMetrics } from './metrics/store-metrics.js';
import { QueueBoardController } from './queue-board/queue-board.controller.js';

@Module({
  imports: [BooksModule],
  controllers: [HealthController, JobsController, MetricsController, QueueBoardController],
  providers: [
    DiskSpace,
    RunRetention,
    JobsService,
    Metrics,
    Readiness,
    RetryFailedEvents,
    Serving,
    StoreMetrics,
  ],
  exports: [RunRetention, Metrics],
})
export class OperationsModule {
  constructor(schedules: Schedules, runRetention: RunRetention) {
    schedules.register('clean-up', async () => {
      await runRetention.run();
    });
  }
}
