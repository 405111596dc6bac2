import { Module } from '@nestjs/common';
import { OpsModule } from '../ops/ops.module.js';
import { DashboardController } from './dashboard.controller.js';
import { DashboardService } from './dashboard.service.js';

@Module({ imports: [OpsModule], controllers: [DashboardController], providers: [DashboardService] })
export class DashboardModule {}
