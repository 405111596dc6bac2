import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BackgroundTasksModule } from '../background-tasks/background-tasks.module.js';
import { TaskExpiry } from '../background-tasks/task-expiry.js';
import { RetentionRegistry } from '../retention/retention-tasks.js';
import { ExportRegistry } from './export-registry.js';
import { EXPORTS } from './export-task.js';
import { Export } from './export.entity.js';
import { ExportsController } from './exports.controller.js';
import { ExportsProcessor } from './exports.processor.js';
import { ExportsService } from './exports.service.js';
import { RequestExport } from './request-export.js';
import { RunExport } from './run-export.js';

/** Global, so that every module can register its exports. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Export]), BackgroundTasksModule],
  controllers: [ExportsController],
  providers: [ExportRegistry, ExportsProcessor, ExportsService, RequestExport, RunExport],
  exports: [ExportRegistry],
})
export class ExportsModule {
  constructor(retention: RetentionRegistry, expiry: TaskExpiry) {
    retention.add({ name: 'exports', run: (now) => expiry.run(EXPORTS, now) });
  }
}
