import { Module } from '@nestjs/common';
import { BooksController } from './books.controller.js';
import { BooksService } from './books.service.js';
import { CleanUp } from './clean-up.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

@Module({
  controllers: [BooksController, HealthController],
  providers: [BooksService, CleanUp, Readiness],
  exports: [BooksService, CleanUp],
})
export class OpsModule {}
