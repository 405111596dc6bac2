import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { Limited } from '../../platform/http/throttling/limited.js';
import { operationsErrors } from '../operations.errors.js';
import { JobsView, RetriedView } from './jobs.dto.js';
import { JobsService } from './jobs.service.js';
import { RetryFailedEvents } from './retry-failed-events.js';

@ApiTags('Operations')
@Controller('admin/jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly retryFailures: RetryFailedEvents,
  ) {}

  /** Show queues, outbox, failures and schedules */
  @Get()
  @Roles('admin')
  getJobs(): Promise<JobsView> {
    return this.jobs.overview();
  }

  /**
   * Retry failed events
   *
   * @remarks At most 1000 per request.
   */
  @Post('failures/retry')
  @Roles('admin')
  @Limited('job-retries')
  @HttpCode(202)
  @ApiProblems(operationsErrors['queue-away'])
  async retryAllFailures(@CurrentUser() user: AuthenticatedUser): Promise<RetriedView> {
    return { retried: await this.retryFailures.all(user) };
  }

  /** Retry a failed event */
  @Post('failures/:id/retry')
  @Roles('admin')
  @Limited('job-retries')
  @HttpCode(202)
  @ApiProblems(operationsErrors['failure-not-found'], operationsErrors['queue-away'])
  async retryFailure(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<RetriedView> {
    await this.retryFailures.one(user, id);
    return { retried: 1 };
  }
}
