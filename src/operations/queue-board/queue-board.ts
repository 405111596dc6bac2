import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { QUEUE_BOARD } from '../../auth/guards/queue-board-token.js';
import type { DomainError } from '../../platform/common/domain-error.js';
import { sendProblem } from '../../platform/http/errors/problem.filter.js';
import type { Queues } from '../../platform/queues/queues.js';

interface QueueBoardOptions {
  readonly queues: Queues;
  readonly storeName: string;
  /** What keeps somebody out of it, if anything. */
  readonly refusal: (request: FastifyRequest) => Promise<DomainError | undefined>;
}

/** Where the board's pages lie. Left alone, it looks for them in a way that only files of its own package can. */
const PAGES = dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));

/** The board's page asks for a font at another host, which the page's policy refuses: it does without. */
const FOREIGN_FONT = /<link href="https:\/\/fonts\.googleapis\.com[^>]*>/;

/** Serves bull-board to those who may see it. It stands outside of Nest, and so has its own guard. */
export async function serveQueueBoard(
  server: FastifyInstance,
  { queues, storeName, refusal }: QueueBoardOptions,
): Promise<void> {
  const board = new FastifyAdapter().setBasePath(QUEUE_BOARD);
  createBullBoard({
    queues: queues.all.map((queue) => new BullMQAdapter(queue)),
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
    await scope.register(board.registerPlugin(), { prefix: QUEUE_BOARD });
  });
}
