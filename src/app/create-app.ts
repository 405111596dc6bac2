import cookie from '@fastify/cookie';
import etag from '@fastify/etag';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { hash } from 'node:crypto';
import { pino } from 'pino';
import { QueueBoardTokens } from '../auth/guards/queue-board-token.js';
import { serveDocs } from '../openapi/serve-docs.js';
import { Metrics } from '../operations/metrics/metrics.js';
import { queueBoardAdapters, serveQueueBoard } from '../operations/queue-board/queue-board.js';
import { CacheMetrics } from '../platform/cache/cache-metrics.js';
import { SharedCache } from '../platform/cache/shared-cache.js';
import { openLogStream } from '../platform/common/process/log-stream.js';
import type { Config } from '../platform/config/config.js';
import { MINUTE_MS } from '../platform/common/durations.js';
import { ProblemFilter } from '../platform/http/errors/problem.filter.js';
import { translateError } from '../platform/http/errors/request-errors.js';
import { limitRequests } from '../platform/http/limits/limit-requests.js';
import {
  FORM_LIMITS,
  MAX_BODY_BYTES,
  MAX_HEADER_BYTES,
  MAX_URL_PARAMETER_LENGTH,
} from '../platform/http/limits/request-limits.js';
import { onRequestCompleted } from '../platform/http/observability/request-completed.js';
import { requestId } from '../platform/http/observability/request-id.js';
import { requestLog } from '../platform/http/observability/request-log.js';
import { RequestLogger } from '../platform/http/observability/request-logger.js';
import { requestMetrics } from '../platform/http/observability/request-metrics.js';
import { acceptOnlyJson, rejectUnexpectedForms } from '../platform/http/plugins/body-parsers.js';
import { EarlyResponses, outliveListenerErrors } from '../platform/http/plugins/connection-errors.js';
import { closeConnectionsOnShutdown } from '../platform/http/plugins/graceful-shutdown.js';
import { refuseInvalidHosts } from '../platform/http/plugins/host-header.js';
import { addHtmlCharset } from '../platform/http/plugins/html-charset.js';
import { noStoreByDefault } from '../platform/http/plugins/no-store-by-default.js';
import { responseCache, type CachedResponses } from '../platform/http/plugins/response-cache.js';
import { securityHeaders, setSecurityHeaders } from '../platform/http/plugins/security-headers.js';
import { Serving } from '../platform/http/serving.js';
import { serveSites } from '../platform/http/plugins/static-sites.js';
import { unchangedRequests } from '../platform/http/plugins/unchanged-requests.js';
import { RequestValidation } from '../platform/http/validation/validation.pipe.js';
import { Database } from '../platform/database/database.js';
import { JobQueue } from '../platform/queues/job-queue.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { PublicApi } from '../ssr/public-api.js';
import { Sitemap } from '../ssr/seo/sitemap.js';
import { ShopAssets } from '../ssr/shop-assets.js';
import { ShopDocuments } from '../ssr/shop-documents.js';
import { hasPage, loadShopEntry, type ShopEntry } from '../ssr/shop-entry.js';
import { serveShopPages } from '../ssr/shop-routes.js';
import { spaRewrite } from '../ssr/spa-rewrite.js';
import type { Program } from './app.module.js';

/** Time for a whole request to arrive, such as a file on a slow line. */
const REQUEST_TIMEOUT_MS = 5 * MINUTE_MS;
const ROUTES_OUTSIDE_API = ['health/*path', 'metrics', 'queues', 'queues/*path'];

/** Creates the store's HTTP application. It does not listen yet. */
export async function createApp(module: Program): Promise<NestFastifyApplication> {
  const { config } = module;
  const logger = new RequestLogger(pino({ level: config.logLevel }, openLogStream()));
  const headers = await securityHeaders(config.https);
  const early = new EarlyResponses(headers.data);
  const app = await NestFactory.create<NestFastifyApplication>(
    module,
    httpServer(config, early, await loadShopEntry()),
    {
      logger,
      bodyParser: false,
      abortOnError: false,
    },
  );
  const server = app.getHttpAdapter().getInstance();
  outliveListenerErrors(server.server, logger);
  acceptOnlyJson(server);
  const responses = observeAndCache(app, logger);
  refuseInvalidHosts(server, early);
  closeConnectionsOnShutdown(server, app.get(Serving, { strict: false }));
  setSecurityHeaders(server, headers);
  limitRequests(server);
  await app.register(cookie);
  await app.register(multipart, { limits: FORM_LIMITS });
  rejectUnexpectedForms(server);
  const database = app.get(Database);
  const isUnchanged = unchangedRequests(server, () => database.commits);
  noStoreByDefault(server);
  addHtmlCharset(server);
  await app.register(etag, { hashFn: (payload) => hash('sha1', payload, 'base64url') });
  await serveSites(server, config.dataDir);
  serveShop(app, responses);
  await serveQueueBoard(server, {
    adapters: queueBoardAdapters(app.get(JobQueue), database, app.get(Schedules)),
    storeName: config.store.name,
    refusal: (request) => app.get(QueueBoardTokens, { strict: false }).refusal(request),
  });

  app.setGlobalPrefix('api/v1', { exclude: ROUTES_OUTSIDE_API });
  app.useGlobalPipes(new RequestValidation());
  app.useGlobalFilters(
    new ProblemFilter(logger, (error, request) => translateError(error, isUnchanged(request))),
  );
  serveDocs(app);
  await app.init();
  return app;
}

/** Logs, measures and caches responses: the hooks that must come before all others. */
function observeAndCache(app: NestFastifyApplication, logger: RequestLogger): CachedResponses {
  const server = app.getHttpAdapter().getInstance();
  const log = requestLog(logger.pino);
  const measure = requestMetrics(app.get(Metrics, { strict: false }).requests);
  onRequestCompleted(server, (request) => {
    log(request);
    measure(request);
  });
  return responseCache(
    server,
    {
      cache: app.get(SharedCache),
      metrics: app.get(CacheMetrics),
      serving: app.get(Serving, { strict: false }),
    },
    log,
  );
}

function serveShop(app: NestFastifyApplication, responses: CachedResponses): void {
  app.get(PublicApi, { strict: false }).useCache(responses);
  serveShopPages(app.getHttpAdapter().getInstance(), {
    documents: app.get(ShopDocuments, { strict: false }),
    files: app.get(ShopAssets, { strict: false }),
    sitemap: app.get(Sitemap, { strict: false }),
  });
}

function httpServer(config: Config, early: EarlyResponses, shop: ShopEntry | undefined): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: MAX_BODY_BYTES.anonymous,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Without a Host header, Node would answer without headers. `refuseInvalidHosts` does it.
    http: { maxHeaderSize: MAX_HEADER_BYTES, requireHostHeader: false },
    // During shutdown the server still answers on open connections.
    return503OnClosing: false,
    genReqId: requestId,
    requestIdHeader: false,
    routerOptions: { maxParamLength: MAX_URL_PARAMETER_LENGTH },
    rewriteUrl: spaRewrite((path) => shop !== undefined && hasPage(shop, path)),
    clientErrorHandler: early.rejectMalformedHttp,
    frameworkErrors: early.rejectMalformedUrl,
  });
}
