import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Serving } from '../serving.js';

/** Number of connections that the operating system queues for a Node server by default. */
const LISTEN_BACKLOG = 511;

/** Browsers open connections in advance. One that carries no request within this time is not waited for. */
const FIRST_REQUEST_TIMEOUT_MS = 500;

/** The open connections of each server. */
const connections = new WeakMap<Server, Set<Socket>>();

/** Makes each response close its connection during shutdown, so that none stays open after the last response. */
export function closeConnectionsOnShutdown(server: FastifyInstance, serving: Serving): void {
  trackConnections(server.server);
  server.addHook('preClose', async () => {
    serving.end();
    await acceptQueued(server.server);
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (serving.isEnding) reply.header('connection', 'close');
    done();
  });
}

/**
 * Stops listening, closes idle connections, and waits until the requests in progress have been answered.
 *
 * @param timeoutMs after it, the connections that are still open are cut
 */
export async function stopListening(server: Server, timeoutMs: number): Promise<void> {
  await acceptQueued(server);
  const timers = [
    setTimeout(() => cutUnused(server), FIRST_REQUEST_TIMEOUT_MS),
    setTimeout(() => server.closeAllConnections(), timeoutMs),
  ];
  await new Promise((resolve) => server.close(resolve));
  timers.forEach(clearTimeout);
}

function trackConnections(server: Server): void {
  const open = new Set<Socket>();
  connections.set(server, open);
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
}

/** Closes connections that have never carried anything. Node does not count them as idle. */
function cutUnused(server: Server): void {
  for (const socket of connections.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy();
}

/**
 * Accepts the connections that queued up while the process was busy, and may already carry a request. Closing the listener
 * would drop them. Node accepts one per turn of the event loop, so a turn without any is the end.
 */
async function acceptQueued(server: Server): Promise<void> {
  let accepted = 0;
  const count = (): void => void (accepted += 1);
  server.on('connection', count);
  await setImmediate();
  for (let before = -1; before < accepted && accepted < LISTEN_BACKLOG;) {
    before = accepted;
    await setImmediate();
  }
  server.off('connection', count);
}
