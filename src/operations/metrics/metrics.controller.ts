import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/access.decorators.js';
import { Config } from '../../platform/config/config.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { operationsErrors } from '../operations.errors.js';
import { mayReadMetrics } from './metrics-access.js';
import { Metrics } from './metrics.js';

/** Version of Prometheus's text format. */
const FORMAT = 'text/plain; version=0.0.4; charset=utf-8';

@ApiTags('Operations')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Read metrics in Prometheus format
   *
   * @remarks Requires METRICS_TOKEN as bearer token. Without one configured, only this machine may read them.
   */
  @Get()
  @Public()
  @Header('content-type', FORMAT)
  @ApiOkResponse({ description: 'Metrics', content: { 'text/plain': { schema: { type: 'string' } } } })
  @ApiProblems(operationsErrors['metrics-refused'])
  readMetrics(@Req() { raw, headers }: FastifyRequest): Promise<string> {
    const scraper = { address: raw.socket.remoteAddress, authorization: headers.authorization };
    if (!mayReadMetrics(this.config, scraper)) throw operationsErrors['metrics-refused']();
    return this.metrics.text();
  }
}
