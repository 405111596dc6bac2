import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../platform/access/access.decorators.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { EventStreamRoute } from '../platform/realtime/event-stream-route.js';
import { EventStreams } from '../platform/realtime/event-streams.js';
import { realtimeErrors } from '../platform/realtime/realtime.errors.js';
import { CurrentStreamRequest, type StreamRequest } from '../platform/realtime/stream-request.js';
import { DashboardView } from './dashboard.dto.js';
import { DashboardService } from './dashboard.service.js';

@ApiTags('Dashboard')
@Controller('admin/dashboard')
export class DashboardController {
  constructor(
    private readonly dashboard: DashboardService,
    private readonly streams: EventStreams,
  ) {}

  /**
   * Get the dashboard
   *
   * @remarks Reports orders, stock, and pending work.
   */
  @Get()
  @Roles('store_manager', 'admin')
  getDashboard(): Promise<DashboardView> {
    return this.dashboard.figures();
  }

  /**
   * Stream the dashboard
   *
   * @remarks Sends the numbers when they change, at most once per second.
   */
  @Get('events')
  @Roles('store_manager', 'admin')
  @EventStreamRoute({ figures: DashboardView })
  @ApiProblems(realtimeErrors['too-many-streams'])
  followDashboard(@CurrentStreamRequest() streamRequest: StreamRequest): Promise<StreamableFile | undefined> {
    return this.streams.open(streamRequest, this.dashboard.source());
  }
}
