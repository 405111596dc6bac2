import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BooksModule } from '../books/books.module.js';
import { ChangeFeed } from './change-feed.js';
import { ChangesController } from './changes.controller.js';
import { DashboardController } from './dashboard.controller.js';
import { DashboardService } from './dashboard.service.js';
import { DismissedFirstSteps } from './first-steps/dismissed-first-steps.entity.js';
import { FirstStepsController } from './first-steps/first-steps.controller.js';
import { FirstStepsService } from './first-steps/first-steps.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([DismissedFirstSteps]), BooksModule],
  controllers: [ChangesController, DashboardController, FirstStepsController],
  providers: [ChangeFeed, DashboardService, FirstStepsService],
})
export class DashboardModule {}
