import { Module } from '@nestjs/common';
import { BooksController } from './books.controller.js';
import { BooksService } from './books.service.js';
import { HealthController } from './health.controller.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';
import { Readiness } from './readiness.js';
import { RetryFailures } from './retry-failures.js';

@Module({
  controllers: [BooksController, HealthController, JobsController],
  providers: [BooksService, JobsService, Readiness, RetryFailures],
  exports: [BooksService],
})
export class OpsModule {}
