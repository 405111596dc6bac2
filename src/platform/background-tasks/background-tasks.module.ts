import { Module } from '@nestjs/common';
import { TaskExpiry } from './task-expiry.js';
import { TaskFiles } from './task-files.js';
import { TaskLeases } from './task-leases.js';
import { TaskRunner } from './task-runner.js';

@Module({
  providers: [TaskExpiry, TaskFiles, TaskLeases, TaskRunner],
  exports: [TaskExpiry, TaskFiles, TaskRunner],
})
export class BackgroundTasksModule {}
