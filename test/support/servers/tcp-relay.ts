import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * Forwards connections to a server on this machine, and can behave like a network to it that is slow, hangs, or is cut. What
 * waits while it hangs is sent when it works again.
 */
export class TcpRelay {
  private readonly sockets = new Set<Socket>();
  private delayMs = 0;
  private hangs = false;

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {
    server.on('connection', (client) => this.forward(client));
  }

  /** @param targetUrl URL of the server, with a port */
  static async start(targetUrl: string): Promise<TcpRelay> {
    const { hostname, port } = new URL(targetUrl);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpRelay(server, { host: hostname, port: Number(port) });
  }

  /** Returns the URL with the relay's address in place of the server's. */
  urlOf(targetUrl: string): string {
    const url = new URL(targetUrl);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Delays each response of the server. */
  slowDown(milliseconds: number): void {
    this.delayMs = milliseconds;
  }

  /** Forwards nothing any more; connections stay open, and new ones are accepted. */
  hang(): void {
    this.hangs = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** Closes all connections and refuses new ones. */
  async close(): Promise<void> {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    if (this.server.listening) await once(this.server, 'close');
  }

  private forward(client: Socket): void {
    const upstream = connect(this.target);
    this.pass(client, upstream, () => 0);
    this.pass(upstream, client, () => this.delayMs);
  }

  private pass(from: Socket, to: Socket, delayMs: () => number): void {
    this.sockets.add(from);
    from.setNoDelay(true);
    if (this.hangs) from.pause();
    // In order: what is not delayed waits for what is.
    let sent = Promise.resolve();
    from.on('data', (chunk) => {
      const arrivesAt = Date.now() + delayMs();
      sent = sent.then(async () => {
        await sleep(arrivesAt - Date.now());
        to.write(chunk);
      });
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}
