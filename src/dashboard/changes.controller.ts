import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../platform/access/access.decorators.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { EventStreamRoute } from '../platform/realtime/event-stream-route.js';
import { EventStreams } from '../platform/realtime/event-streams.js';
import { realtimeErrors } from '../platform/realtime/realtime.errors.js';
import { CurrentStreamRequest, type StreamRequest } from '../platform/realtime/stream-request.js';
import { ChangeFeed } from './change-feed.js';
import { ChangesView } from './dashboard.dto.js';

@ApiTags('Dashboard')
@Controller('admin/changes')
export class ChangesController {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly streams: EventStreams,
  ) {}

  /**
   * Get the marks of the latest changes
   *
   * @remarks For clients that cannot keep a stream open: if a mark is another one than before, data of its kind may have changed.
   */
  @Get()
  @Roles('store_manager', 'admin')
  getChanges(): Promise<ChangesView> {
    return this.feed.marks();
  }

  /**
   * Stream changes
   *
   * @remarks Says which data has changed since the previous event: orders, pick lists, products, figures. One stream serves all
   *   screens that a client shows. Changes within a second arrive together.
   */
  @Get('events')
  @Roles('store_manager', 'admin')
  @EventStreamRoute({ changes: ChangesView })
  @ApiProblems(realtimeErrors['too-many-streams'])
  followChanges(@CurrentStreamRequest() streamRequest: StreamRequest): Promise<StreamableFile | undefined> {
    return this.streams.open(streamRequest, this.feed.source());
  }
}
