import { createBullBoard } from '@bull-board/api';
import type { BaseAdapter } from '@bull-board/api/baseAdapter';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { QUEUE_BOARD_PATH } from '../../auth/guards/queue-board-token.js';
import type { DomainError } from '../../platform/common/errors/domain-error.js';
import type { Database } from '../../platform/database/database.js';
import { sendProblem } from '../../platform/http/errors/problem.filter.js';
import { BullQueue } from '../../platform/queues/bull-queue.js';
import { JobQueue } from '../../platform/queues/job-queue.js';
import { QUEUE_NAMES } from '../../platform/queues/queues.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import { OutboxQueueAdapter } from './outbox-queue-adapter.js';

interface QueueBoardOptions {
  readonly adapters: readonly BaseAdapter[];
  readonly storeName: string;
  /** Returns the reason to refuse the request, if any. */
  readonly refusal: (request: FastifyRequest) => Promise<DomainError | undefined>;
}

/** Folder of the board's pages. By default the board looks it up relative to its own package, which a bundle breaks. */
const PAGES = dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));

/** The board's page links a font on another host, which the content security policy refuses. */
const FOREIGN_FONT = /<link href="https:\/\/fonts\.googleapis\.com[^>]*>/;

/** Returns what the board shows: BullMQ's own queues, or those of this process as the outbox knows them. */
export function queueBoardAdapters(queue: JobQueue, database: Database, schedules: Schedules): BaseAdapter[] {
  return queue instanceof BullQueue
    ? queue.all.map((each) => new BullMQAdapter(each))
    : QUEUE_NAMES.map((name) => new OutboxQueueAdapter(name, queue, database, schedules));
}

/** Serves bull-board. It is outside of Nest, and so has its own guard. */
export async function serveQueueBoard(
  server: FastifyInstance,
  { adapters, storeName, refusal }: QueueBoardOptions,
): Promise<void> {
  const board = new FastifyAdapter().setBasePath(QUEUE_BOARD_PATH);
  createBullBoard({
    queues: adapters,
    serverAdapter: board,
    options: { uiBasePath: PAGES, uiConfig: { boardTitle: `${storeName}: queues` } },
  });
  await server.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const refused = await refusal(request);
      if (refused === undefined) return;
      sendProblem(request, reply, refused);
      return reply;
    });
    scope.addHook('onSend', async (_request, _reply, payload) =>
      typeof payload === 'string' ? payload.replace(FOREIGN_FONT, '') : payload,
    );
    await scope.register(board.registerPlugin(), { prefix: QUEUE_BOARD_PATH });
  });
}
