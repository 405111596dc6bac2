import { Module } from '@nestjs/common';
import { Schedules } from '../jobs/schedules.js';
import { BooksModule } from './books.module.js';
import { CleanUp } from './clean-up.js';
import { HealthController } from './health.controller.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { QueueBoardController } from './queue-board.controller.js';
import { Readiness } from './readiness.js';
import { RetryFailures } from './retry-failures.js';
import { StoreMetrics } from './store-metrics.js';

@Module({
  imports: [BooksModule],
  controllers: [HealthController, JobsController, MetricsController, QueueBoardController],
  providers: [CleanUp, JobsService, Metrics, Readiness, RetryFailures, StoreMetrics],
  exports: [CleanUp, Metrics],
})
export class OpsModule {
  constructor(schedules: Schedules, cleanUp: CleanUp) {
    schedules.register('clean-up', async () => {
      await cleanUp.run();
    });
  }
}
