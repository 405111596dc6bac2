import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterFile } from '../stores/engine.js';
import { sleep } from './processes.js';

/** What a proxy does with a response. It is read from the server in any case. */
interface Treatment {
  readonly delayMs: number;
  /** True to cut the connection instead of sending the response. */
  readonly isCut: boolean;
}

/** A bad network between a browser and a store. */
interface SlowProxy {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a proxy in front of a store, which keeps the browser's Host header.
 *
 * @param treat called for each request with its method and path
 */
export async function startSlowProxy(
  storeUrl: string,
  treat: (request: string) => Treatment | undefined,
): Promise<SlowProxy> {
  const server = createServer((incoming, outgoing) => {
    const treatment = treat(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    void pass(storeUrl, incoming, outgoing, treatment).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  afterFile(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function pass(
  storeUrl: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  treatment: Treatment | undefined,
): Promise<void> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const { method, headers, url } = incoming;
    incoming.pipe(request(new URL(url ?? '/', storeUrl), { method, headers }, resolve).on('error', reject));
  });
  if (treatment !== undefined) await sleep(treatment.delayMs);
  if (treatment?.isCut === true) {
    response.resume();
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.statusCode ?? 502, response.rawHeaders);
  response.pipe(outgoing);
}
