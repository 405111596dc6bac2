import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/access/access.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { operationsErrors } from '../operations.errors.js';
import { HealthView } from './health.dto.js';
import { Readiness } from './readiness.js';

@ApiTags('Operations')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** Check that the process runs */
  @Get('live')
  @Public()
  isLive(): HealthView {
    return { status: 'ok' };
  }

  /** Check that the process can serve requests */
  @Get('ready')
  @Public()
  @ApiProblems(operationsErrors['not-ready'])
  async isReady(): Promise<HealthView> {
    await this.readiness.check();
    return { status: 'ok' };
  }
}
