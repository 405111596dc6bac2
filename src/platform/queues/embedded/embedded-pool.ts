import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DEFAULT_SCHEMA } from 'bullmq';
import type { Ask, Say, ThreadData } from './messages.js';
import type { Result } from './queue-database.js';

const MILLISECONDS_TO_REFUSE = 100;

/**
 * What BullMQ takes for a `pg.Pool`, on a PostgreSQL in a thread of this process. Every client of it is the same one
 * session: BullMQ's operations are one statement each, so that none gets between another's.
 */
export class EmbeddedPool extends EventEmitter {
  /** BullMQ looks here whether a lost connection is noticed: this one cannot be lost. */
  readonly options = { keepAlive: true };
  private readonly asked = new Map<
    number,
    { resolve: (result: Result) => void; reject: (error: Error) => void }
  >();
  private readonly clients = new Set<EmbeddedClient>();
  /** What has been asked before it was to begin: BullMQ asks as soon as there is a queue. */
  private early: Ask[] | undefined = [];
  private thread: Worker | undefined;
  private isEnded = false;
  private hasAnswered = false;
  private lastId = 0;

  /** @param folder where the build has put the thread and its template: beside this file */
  constructor(private readonly folder: string = import.meta.dirname) {
    super();
    this.setMaxListeners(0); // each queue and each worker listens
  }

  /** Lets the thread start. Until then whoever asks waits. */
  begin(): void {
    const { early = [] } = this;
    this.early = undefined;
    if (!this.isEnded) for (const ask of early) this.post(ask);
  }

  async query(text: string, values?: readonly unknown[]): Promise<Result> {
    if (this.isEnded) return refusedAfterAWhile();
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.asked.set(id, { resolve, reject });
      this.post({ id, text, values });
    });
  }

  async connect(): Promise<EmbeddedClient> {
    const client: EmbeddedClient = new EmbeddedClient(this, () => this.clients.delete(client));
    this.clients.add(client);
    return client;
  }

  /** Ends the thread, and with it all that waited in the queue: the outbox knows it. */
  async end(): Promise<void> {
    this.isEnded = true;
    const { thread } = this;
    this.thread = undefined;
    await thread?.terminate();
    this.failAll(new Error('The queue has been closed.'));
  }

  /** Ends it where it is still starting: nothing is under way then, and nobody has to wait for it. */
  async endUnlessStarted(): Promise<void> {
    if (!this.hasAnswered) await this.end();
  }

  private post(ask: Ask): void {
    if (this.early !== undefined) this.early.push(ask);
    else (this.thread ??= this.started()).postMessage(ask);
  }

  private started(): Worker {
    const template = join(this.folder, 'queue-template.tar.gz');
    const workerData: ThreadData = {
      template: existsSync(template) ? template : undefined,
      schema: DEFAULT_SCHEMA,
    };
    const thread = new Worker(join(this.folder, 'queue-thread.js'), { workerData });
    thread.on('message', (message: Say) => this.hear(message));
    thread.on('error', (error) => {
      // Whatever ended it, the next statement starts another, and the outbox fills it again.
      this.thread = undefined;
      this.failAll(error instanceof Error ? error : new Error(String(error)));
    });
    return thread;
  }

  private hear(message: Say): void {
    if ('channel' in message) {
      for (const client of this.clients) client.emit('notification', message);
      return;
    }
    this.hasAnswered = true;
    const waiting = this.asked.get(message.id);
    this.asked.delete(message.id);
    if ('error' in message) waiting?.reject(Object.assign(new Error(message.error), { code: message.code }));
    else waiting?.resolve(message);
  }

  private failAll(error: Error): void {
    for (const { reject } of this.asked.values()) reject(error);
    this.asked.clear();
  }
}

/** BullMQ asks again at once where it is refused at once, and leaves the process no time for anything else. */
async function refusedAfterAWhile(): Promise<never> {
  await sleep(MILLISECONDS_TO_REFUSE);
  throw new Error('The queue has been closed.');
}

/** What BullMQ takes for a client of a `pg.Pool`. */
export class EmbeddedClient extends EventEmitter {
  constructor(
    private readonly pool: EmbeddedPool,
    private readonly left: () => void,
  ) {
    super();
    this.setMaxListeners(0);
  }

  query(text: string, values?: readonly unknown[]): Promise<Result> {
    return this.pool.query(text, values);
  }

  release(): void {
    this.left();
  }
}
