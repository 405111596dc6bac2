import { BooksController } from './books.controller.js';
import { BooksService } from './books.service.js';
import { HealthController } from './health.controller.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { QueueBoardController } from './queue-board.controller.js';
import { Readiness } from './readiness.js';
import { RetryFailures } from './retry-failures.js';
import { StoreMetrics } from './store-metrics.js';
import { Module } from '@nestjs/common';

@Module({
  controllers: [BooksController, HealthController, JobsController, MetricsController, QueueBoardController],
  providers: [BooksService, JobsService, Metrics, Readiness, RetryFailures, StoreMetrics],
  exports: [BooksService, Metrics],
})
export class OpsModule {}
