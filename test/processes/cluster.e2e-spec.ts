import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import {
  hasClusterPrograms,
  startCluster,
  type Cluster,
  type Member,
} from '../../scripts/lib/cluster/cluster.mjs';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import { newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { Mailbox } from '../support/clients/mailbox.js';
import { LONGEST_WAIT_S, sleep } from '../support/servers/processes.js';
import { ADMIN, Server } from '../support/servers/server.js';
import { afterFile, describeIf, ENGINE } from '../support/stores/engine.js';

/** The store of a cluster, in the form that the factories need. */
class ClusterStore extends Server {
  constructor(private readonly cluster: Cluster) {
    const { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl } = cluster.env;
    super({ dataDir, databaseUrl }, cluster.env);
  }

  get url(): string {
    return this.cluster.url;
  }
}

let mailbox: Mailbox;
let cluster: Cluster;
let store: Server;
let shopper: TestUser;
let productId: string;
let joined: Member;
const output: string[] = [];

async function openCluster(): Promise<void> {
  mailbox = await Mailbox.open();
  const env = {
    SMTP_URL: mailbox.url,
    ADMIN_USERNAME: ADMIN.username,
    ADMIN_PASSWORD: ADMIN.password,
    JWT_SECRET: 'a secret that only the tests know, of 32 characters and more',
    DEMO: 'off',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  };
  cluster = await startCluster({ workers: 2, env, print: (name, text) => output.push(`${name}: ${text}`) });
  afterFile(cluster.stop);
  store = new ClusterStore(cluster);
  const admin = await signInAdmin(store);
  const { id: sectionId } = await newSection(store, admin);
  ({ id: productId } = await newProduct(store, admin, { sectionId }));
  shopper = await newShopper(store);
}

const order = (): Promise<TestOrder> => newOrder(store, shopper, { [productId]: 1 });

/** Waits for the confirmation of each of these orders. */
async function untilConfirmed(...orders: readonly TestOrder[]): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_S * SECOND_MS;
  const subjects = (): string[] => mailbox.mails.map(({ parsed }) => parsed.subject ?? '');
  const isMissing = ({ number }: TestOrder): boolean =>
    !subjects().some((subject) => subject.includes(number));
  while (orders.some(isMissing)) {
    if (Date.now() > deadline)
      throw new Error(`Missing mails: ${orders.filter(isMissing).length} orders\n${output.join('')}`);
    await sleep(50);
  }
}

function worker(name: string): Member {
  const match = cluster.workers.find((member) => member.name === name);
  if (match === undefined) throw new Error(`Unknown worker ${name}.`);
  return match;
}

/** Returns true if a process exists, whether it is a child of this one or not. */
function exists({ pid }: Member): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Returns true if a server listens at a URL. */
async function isListening(url = ''): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Returns the names of the parts of the cluster that exist. */
async function existingParts(members: readonly Member[]): Promise<string[]> {
  const { DATA_DIR: dataDir = '', DATABASE_URL, REDIS_URL, CACHE_REDIS_URL } = cluster.env;
  const parts: Readonly<Record<string, boolean>> = {
    folder: existsSync(dirname(dataDir)),
    postgres: await isListening(DATABASE_URL),
    queue: await isListening(REDIS_URL),
    cache: await isListening(CACHE_REDIS_URL),
    ...Object.fromEntries(members.map((member) => [member.name, exists(member)])),
  };
  return Object.keys(parts).filter((name) => parts[name]);
}

const inCluster = describeIf(ENGINE === 'postgres' && hasClusterPrograms());

inCluster('a cluster of one API process and several workers', () => {
  beforeAll(openCluster);

  it('mails confirmations from the workers for orders of the API process', async () => {
    await untilConfirmed(await order());
  });

  it('mails all confirmations although a worker is killed', async () => {
    const before = await order();
    expect(await worker('worker-1').end('SIGKILL')).toBe('SIGKILL');
    await untilConfirmed(before, await order());
  });

  it('works with a worker that joined later when the first ones have stopped', async () => {
    joined = cluster.startWorker('worker-3');
    expect(await worker('worker-2').end()).toBe(0);
    await untilConfirmed(await order());
    expect(joined.isRunning()).toBe(true);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const members = [cluster.api, ...cluster.workers, joined];
    expect(await existingParts(members)).toEqual(['folder', 'postgres', 'queue', 'cache', 'api', 'worker-3']);
    await cluster.stop();
    expect(await existingParts(members)).toEqual([]);
  });
});
