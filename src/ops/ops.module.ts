import { Module } from '@nestjs/common';
import { BooksController } from './books.controller.js';
import { BooksService } from './books.service.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';
import { StoreMetrics } from './store-metrics.js';

@Module({
  controllers: [BooksController, HealthController, MetricsController],
  providers: [BooksService, Metrics, Readiness, StoreMetrics],
  exports: [BooksService, Metrics],
})
export class OpsModule {}
