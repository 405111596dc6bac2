import type { Server } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** How many connections the operating system keeps waiting for a Node server that says nothing else. */
const LISTEN_BACKLOG = 511;

/** While the server closes, each answer ends its connection, so that nothing is left to wait for after the last one. */
export function closeConnectionsOnShutdown(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
    await admitWaiting(server.server);
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
}

/**
 * Lets in whoever is connected already, and may have sent a request, while the process was too busy to notice: to stop
 * listening would hang up on them. Node takes one of them in each turn of its loop, so a turn without any is the end.
 */
async function admitWaiting(server: Server): Promise<void> {
  let admitted = 0;
  const count = (): void => void (admitted += 1);
  server.on('connection', count);
  await setImmediate();
  for (let before = -1; before < admitted && admitted < LISTEN_BACKLOG;) {
    before = admitted;
    await setImmediate();
  }
  server.off('connection', count);
}
