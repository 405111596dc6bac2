import cookie from '@fastify/cookie';
import etag from '@fastify/etag';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { hash } from 'node:crypto';
import { pino } from 'pino';
import type { Program } from './app.module.js';
import { QueueBoardPasses } from './auth/queue-board-passes.js';
import { CacheFigures } from './cache/cache-figures.js';
import { StoreCache } from './cache/store-cache.js';
import { ProblemFilter } from './common/problem.filter.js';
import { RequestLogger } from './common/request-logger.js';
import { RequestValidation } from './common/validation.pipe.js';
import type { Config } from './config/config.js';
import { tellOfAnswers } from './http/answered.js';
import { cacheOnlyWhatIsDeclared } from './http/caching.js';
import { endConnectionsOnClose } from './http/closing.js';
import { refuseBrokenAddress, refuseBrokenHttp } from './http/connection-errors.js';
import { refuseHostileInput } from './http/hostile-input.js';
import { acceptJsonAlone, refuseUnwantedForms } from './http/json-bodies.js';
import { KeptAnswers } from './http/kept-answers.js';
import { pageAddress } from './http/page-address.js';
import { translateError } from './http/request-errors.js';
import { serveQueueBoard } from './http/queue-board.js';
import { requestId } from './http/request-id.js';
import { requestLog } from './http/request-log.js';
import { requestMetrics } from './http/request-metrics.js';
import { secureAnswers } from './http/security-headers.js';
import { serveShopPages } from './http/shop-pages.js';
import { serveSites } from './http/static-sites.js';
import { Metrics } from './ops/metrics.js';
import { Queues } from './jobs/queues.js';
import { serveDocs } from './openapi.js';
import { ShopDocuments } from './storefront/shop-documents.js';
import { ShopFiles } from './storefront/shop-files.js';
import { Sitemap } from './storefront/sitemap.js';

const MEBIBYTE = 1024 * 1024;
/** A name's hundred characters, each of which may stand for eighteen letters, and what keeps two of the same apart. */
const LONGEST_ADDRESS = 2000;
const OUTSIDE_THE_API = ['health/*path', 'metrics', 'queues', 'queues/*path'];

/** The store with everything that concerns HTTP, not yet listening. */
export async function createApp(module: Program): Promise<NestFastifyApplication> {
  const { config } = module;
  const logger = new RequestLogger(pino({ level: config.logLevel }));
  const app = await NestFactory.create<NestFastifyApplication>(module, httpServer(config), {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  const server = app.getHttpAdapter().getInstance();
  acceptJsonAlone(server);
  const log = requestLog(logger.pino);
  const measure = requestMetrics(app.get(Metrics, { strict: false }).requests);
  const keptAnswers = new KeptAnswers(app.get(StoreCache), app.get(CacheFigures), log);
  keptAnswers.answerFirst(server);
  keptAnswers.gather(server);
  tellOfAnswers(server, (answered) => {
    log(answered);
    measure(answered);
  });
  endConnectionsOnClose(server);
  await secureAnswers(server, config.production);
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 5 * MEBIBYTE, files: 1, fields: 5 } });
  refuseUnwantedForms(server);
  refuseHostileInput(server);
  cacheOnlyWhatIsDeclared(server);
  await app.register(etag, { hashFn: (payload) => hash('sha1', payload, 'base64url') });
  keptAnswers.keep(server);
  await serveSites(server, config.dataDir);
  serveShopPages(server, {
    documents: app.get(ShopDocuments, { strict: false }),
    files: app.get(ShopFiles, { strict: false }),
    sitemap: app.get(Sitemap, { strict: false }),
  });
  await serveQueueBoard(server, {
    queues: app.get(Queues, { strict: false }),
    storeName: config.store.name,
    refusal: (request) => app.get(QueueBoardPasses, { strict: false }).refusal(request),
  });

  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE_THE_API });
  app.useGlobalPipes(new RequestValidation());
  app.useGlobalFilters(new ProblemFilter(logger, translateError));
  serveDocs(app);
  await app.init();
  return app;
}

function httpServer(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: MEBIBYTE,
    // While it shuts down, the server still answers on the connections that it has.
    return503OnClosing: false,
    genReqId: requestId,
    requestIdHeader: false,
    routerOptions: { maxParamLength: LONGEST_ADDRESS },
    rewriteUrl: pageAddress,
    clientErrorHandler: refuseBrokenHttp,
    frameworkErrors: refuseBrokenAddress,
  });
}
