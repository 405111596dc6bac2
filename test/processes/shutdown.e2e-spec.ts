import { newOrder } from '../factories/orders.js';
import { newUsername, newShopper, register, signIn } from '../factories/users.js';
import {
  expectCleanEnd,
  MAX_END_MS,
  startEndingStore,
  stopUnderTraffic,
} from '../support/actions/shutdowns.js';
import { NoResponseError, type Problem } from '../support/clients/client.js';
import { EventReader } from '../support/clients/event-reader.js';
import { sleep, waitUntil } from '../support/servers/processes.js';
import { HAS_REDIS } from '../support/servers/redis.js';
import { HAS_WORKERS, startServer } from '../support/servers/server.js';
import { TcpRelay } from '../support/servers/tcp-relay.js';
import { TestWorker } from '../support/servers/worker.js';
import { afterFile, createStoreLocation, describeIf, ENGINE } from '../support/stores/engine.js';
import { once } from 'node:events';
import { connect } from 'node:net';
import { SECOND_MS } from '../../src/platform/common/durations.js';

it('finishes pending requests on SIGTERM and exits with 0', async () => {
  const server = await startServer();
  const usernames = Array.from({ length: 20 }, () => newUsername());

  // Each request hashes a password, which takes time: after the first response, the server works on all of them.
  const registering = usernames.map((username) => register(server, username));
  await Promise.race(registering);
  const exitCode = await server.stop();

  expect(await Promise.all(registering)).toHaveLength(usernames.length);
  expect(exitCode).toBe(0);
  await server.start();
  await Promise.all(usernames.map((username) => signIn(server, username)));
});

/** Leaves time for all requests of a test on a busy machine. */
const LONG_DELAY_S = 20;

it('says that it is not ready, serves during the delay on connections that close, and then ends its streams', async () => {
  const { server, shopper, product } = await startEndingStore({ SHUTDOWN_DELAY: String(LONG_DELAY_S) });
  const { id } = await newOrder(server, shopper, { [product.id]: 1 });
  const stream = await EventReader.open(server.url, `/orders/${id}/events`, shopper);
  const list = (): Promise<{ status: number; headers: Headers }> => server.client.get('/products');
  await list();
  const startedAt = performance.now();
  const stopping = server.stop();

  await waitUntil(async () => (await server.client.get('//health/ready')).status === 503);
  expect((await server.client.get<Problem>('//health/ready')).body).toMatchObject({
    code: 'ops.not-ready',
    failed: ['shutdown'],
  });
  expect((await server.client.get('//health/live')).status).toBe(200);
  const responses = await Promise.all([
    ...Array.from({ length: 3 }, list),
    server.client.get(`/products/${product.id}`),
    server.client.as(shopper).get('/cart'),
  ]);
  // One more that comes from the response cache.
  responses.push(await list());
  expect(performance.now() - startedAt).toBeLessThan(LONG_DELAY_S * SECOND_MS);
  expect(responses.map(({ status, headers }) => [status, headers.get('connection')])).toEqual(
    responses.map(() => [200, 'close']),
  );
  expect(stream.hasEnded).toBe(false);

  expect(await stopping).toBe(0);
  const milliseconds = performance.now() - startedAt;
  expect(milliseconds).toBeGreaterThanOrEqual(LONG_DELAY_S * SECOND_MS);
  expect(milliseconds).toBeLessThan(LONG_DELAY_S * SECOND_MS + MAX_END_MS);
  await waitUntil(() => stream.hasEnded);
  await expect(list()).rejects.toThrow(NoResponseError);
});

it('does not wait for a connection that carries no request', async () => {
  const server = await startServer();
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  afterFile(async () => void socket.destroy());
  await once(
    socket.on('error', () => undefined),
    'connect',
  );
  await server.client.get('//health/live');
  const startedAt = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(4 * SECOND_MS);
});

it('loses no request behind a load balancer', async () => {
  expectCleanEnd(await stopUnderTraffic(await startEndingStore()));
});

const withRedis = describeIf(ENGINE === 'postgres' && HAS_REDIS);

withRedis.each(['stopped', 'frozen'] as const)('while the Redis of the queues is %s', (outage) => {
  it('loses no request, and ends in time with 0', async () => {
    const store = await startEndingStore();
    const { redis } = store.server;
    const result = await stopUnderTraffic(store, () =>
      outage === 'stopped' ? redis?.stop() : redis?.freeze(),
    );
    redis?.thaw();
    expectCleanEnd(result);
  });
});

describeIf(HAS_WORKERS).each(['stopped', 'frozen'] as const)('a worker whose Redis is %s', (outage) => {
  it('ends in time with 0', async () => {
    const { server } = await startEndingStore({ ROLE: 'api' });
    const worker = await TestWorker.start(server);
    if (outage === 'stopped') await server.redis?.stop();
    else server.redis?.freeze();
    await sleep(200);
    const startedAt = performance.now();
    expect(await worker.stop()).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(MAX_END_MS);
    server.redis?.thaw();
  });
});

describeIf(ENGINE === 'postgres').each(['cut', 'hanging'] as const)('while PostgreSQL is %s', (outage) => {
  it('ends in time with 0, also with a request in progress', async () => {
    const location = await createStoreLocation();
    const relay = await TcpRelay.start(location.databaseUrl!);
    afterFile(() => relay.close());
    const server = await startServer({ location, env: { DATABASE_URL: relay.urlOf(location.databaseUrl!) } });
    const shopper = await newShopper(server);
    if (outage === 'cut') await relay.close();
    else relay.hang();
    const pending = server.client
      .as(shopper)
      .get('/cart')
      .catch((error: unknown) => error);
    await sleep(100);
    const startedAt = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(MAX_END_MS);
    await pending;
  });
});
