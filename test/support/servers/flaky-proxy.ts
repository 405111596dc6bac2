import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterFile } from '../stores/engine.js';

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** A proxy in front of PostgreSQL, which loses answers, ends connections and falls silent as a test wants. */
export class FlakyProxy {
  private readonly pairs = new Set<Pair>();
  private isFrozen = false;
  private fatalText: string | undefined;

  private constructor(
    private readonly target: URL,
    private readonly listener: Server,
  ) {
    listener.on('connection', (client) => this.accept(client));
  }

  /** Starts a proxy in front of the server of a URL. It ends after the last test of the file. */
  static async before(url: string): Promise<FlakyProxy> {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const proxy = new FlakyProxy(new URL(url), listener);
    afterFile(async () => {
      listener.close();
      proxy.cut();
    });
    return proxy;
  }

  /** URL of the database through the proxy. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.listener.address() as AddressInfo).port);
    return url.href;
  }

  /** Keeps connections open, and carries no data of the server. */
  freeze(): void {
    this.isFrozen = true;
    for (const { server } of this.pairs) server.pause();
  }

  /** Carries data again. */
  thaw(): void {
    this.isFrozen = false;
    for (const { server } of this.pairs) server.resume();
  }

  /** Ends all connections. */
  cut(): void {
    for (const pair of this.pairs) end(pair);
  }

  /** Ends a connection once the server has received a text and before it answers. */
  loseAnswerTo(text: string | undefined): void {
    this.fatalText = text;
  }

  private accept(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    const pair = { client, server };
    this.pairs.add(pair);
    for (const socket of [client, server]) {
      socket.on('error', () => end(pair));
      socket.on('close', () => {
        this.pairs.delete(pair);
        end(pair);
      });
    }
    client.on('data', (chunk) => this.forward(pair, chunk));
    server.on('data', (chunk) => client.write(chunk));
    if (this.isFrozen) server.pause();
  }

  private forward(pair: Pair, chunk: Buffer): void {
    const isFatal = this.fatalText !== undefined && chunk.includes(this.fatalText);
    if (isFatal) pair.server.removeAllListeners('data').once('data', () => end(pair));
    pair.server.write(chunk);
  }
}

function end({ client, server }: Pair): void {
  client.destroy();
  server.destroy();
}
