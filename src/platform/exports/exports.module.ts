import { Global, Module } from '@nestjs/common';
import { CancelExport } from './cancel-export.js';
import { ExpireExports } from './expire-exports.js';
import { ExportFiles } from './export-files.js';
import { ExportProgress } from './export-progress.js';
import { ExportRegistry } from './export-registry.js';
import { ExportsController } from './exports.controller.js';
import { ExportsProcessor } from './exports.processor.js';
import { ExportsService } from './exports.service.js';
import { RequestExport } from './request-export.js';
import { RunExport } from './run-export.js';

/** Global, so that every module can register its exports. */
@Global()
@Module({
  controllers: [ExportsController],
  providers: [
    ExpireExports,
    ExportFiles,
    ExportProgress,
    ExportRegistry,
    ExportsProcessor,
    ExportsService,
    CancelExport,
    RequestExport,
    RunExport,
  ],
  exports: [ExpireExports, ExportRegistry, RunExport],
})
export class ExportsModule {}
