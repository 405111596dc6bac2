import type { FastifyInstance } from 'fastify';

/** While the server closes, each answer ends its connection, so that nothing is left to wait for after the last one. */
export function endConnectionsOnClose(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
}
