import { expectCleanEnd, startEndingStore, stopUnderTraffic } from '../support/actions/shutdowns.js';
import { HAS_REDIS } from '../support/servers/redis.js';
import { describeIf, ENGINE } from '../support/stores/engine.js';

const ROUNDS = 10;

it(`loses no request behind a load balancer in ${ROUNDS} shutdowns`, async () => {
  const store = await startEndingStore();
  for (let round = 1; round <= ROUNDS; round++) {
    expectCleanEnd(await stopUnderTraffic(store));
    await store.server.start();
  }
});

const withRedis = describeIf(ENGINE === 'postgres' && HAS_REDIS);

withRedis.each(['stopped', 'frozen'] as const)('while the Redis of the queues is %s', (outage) => {
  it(`loses no request in ${ROUNDS} shutdowns`, async () => {
    const store = await startEndingStore();
    const { redis } = store.server;
    for (let round = 1; round <= ROUNDS; round++) {
      const result = await stopUnderTraffic(store, () =>
        outage === 'stopped' ? redis?.stop() : redis?.freeze(),
      );
      if (outage === 'stopped') await redis?.start();
      else redis?.thaw();
      expectCleanEnd(result);
      await store.server.start();
    }
  });
});
