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
import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import { newShopper, theAdmin, type TestUser } from '../factories/users.js';
import { Mailbox } from '../support/clients/mailbox.js';
import { sleep } from '../support/servers/processes.js';
import { ADMIN, Server } from '../support/servers/server.js';
import { afterwards, describeWhere, ENGINE } from '../support/stores/engine.js';

/** A worker that joins has to start, and the jobs of one that was killed are taken over when its locks have run out. */
const SECONDS_TO_ARRIVE = 45;

/** The store that a cluster serves, for the factories. */
class ClusterStore extends Server {
  constructor(private readonly cluster: Cluster) {
    const { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl } = cluster.env;
    super({ dataDir, databaseUrl, redis: undefined }, cluster.env);
  }

  override get url(): string {
    return this.cluster.url;
  }
}

let mailbox: Mailbox;
let cluster: Cluster;
let store: Server;
let shopper: TestUser;
let productId: string;
let joined: Member;
const printed: string[] = [];

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
  cluster = await startCluster({ workers: 2, env, print: (name, text) => printed.push(`${name}: ${text}`) });
  afterwards(cluster.stop);
  store = new ClusterStore(cluster);
  const admin = await theAdmin(store);
  const { id: sectionId } = await newSection(store, admin);
  ({ id: productId } = await newProduct(store, admin, { sectionId }));
  shopper = await newShopper(store);
}

const order = (): Promise<TestOrder> => newOrder(store, shopper, { [productId]: 1 });

/** Waits for the confirmation of each of these orders. */
async function confirmed(...orders: readonly TestOrder[]): Promise<void> {
  const deadline = Date.now() + SECONDS_TO_ARRIVE * 1000;
  const subjects = (): string[] => mailbox.mails.map(({ parsed }) => parsed.subject ?? '');
  const isMissing = ({ number }: TestOrder): boolean =>
    !subjects().some((subject) => subject.includes(number));
  while (orders.some(isMissing)) {
    if (Date.now() > deadline)
      throw new Error(`Not mailed: ${orders.filter(isMissing).length} orders\n${printed.join('')}`);
    await sleep(50);
  }
}

function worker(name: string): Member {
  const found = cluster.workers.find((member) => member.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

/** Whether a process is there, be it a child of this one or not. */
function isThere({ pid }: Member): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Whether anybody listens where a URL says. */
async function isHeard(url = ''): Promise<boolean> {
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

/** What there is of the cluster, by name. */
async function present(members: readonly Member[]): Promise<string[]> {
  const { DATA_DIR: dataDir = '', DATABASE_URL, REDIS_URL, CACHE_REDIS_URL } = cluster.env;
  const found: Readonly<Record<string, boolean>> = {
    folder: existsSync(dirname(dataDir)),
    postgres: await isHeard(DATABASE_URL),
    queue: await isHeard(REDIS_URL),
    cache: await isHeard(CACHE_REDIS_URL),
    ...Object.fromEntries(members.map((member) => [member.name, isThere(member)])),
  };
  return Object.keys(found).filter((name) => found[name]);
}

const inCluster = describeWhere(ENGINE === 'postgres' && hasClusterPrograms());

inCluster('a process that serves, and workers beside it', () => {
  beforeAll(openCluster, 120_000);

  it('what is ordered from the one is mailed by the others', async () => {
    await confirmed(await order());
  });

  it('a worker is killed in the middle of it, and what was ordered before and after is mailed', async () => {
    const before = await order();
    expect(await worker('worker-1').end('SIGKILL')).toBe('SIGKILL');
    await confirmed(before, await order());
  });

  it('one that joins later works alone when the last of the first has gone home', async () => {
    joined = cluster.startWorker('worker-3');
    expect(await worker('worker-2').end()).toBe(0);
    await confirmed(await order());
    expect(joined.isRunning()).toBe(true);
  });

  it('nothing is left when it is stopped', async () => {
    const members = [cluster.api, ...cluster.workers, joined];
    expect(await present(members)).toEqual(['folder', 'postgres', 'queue', 'cache', 'api', 'worker-3']);
    await cluster.stop();
    expect(await present(members)).toEqual([]);
  });
});
