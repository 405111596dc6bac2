import { SECOND_MS } from '../../src/platform/common/durations.js';
import { HAS_OWN_POSTGRES } from '../support/servers/postgres.js';
import { freezeDatabase, OutageStore } from '../support/servers/outage-store.js';
import { HAS_WORKERS } from '../support/servers/server.js';
import { describeIf } from '../support/stores/engine.js';

/** Limits of some seconds: a test need not wait for the usual ones, and a busy machine stays below them. */
const LIMITS = {
  DATABASE_WAIT_TIMEOUT_MS: '6000',
  DATABASE_STATEMENT_TIMEOUT_MS: '5000',
  DATABASE_LOCK_TIMEOUT_MS: '3000',
};
const FREEZE_MS = 12 * SECOND_MS;

/** Waiting for a connection, one statement without an answer, and some for a slow machine. */
const LONGEST_ANSWER_MS = 30 * SECOND_MS;

describeIf(HAS_WORKERS && HAS_OWN_POSTGRES)('a store whose PostgreSQL is restarted and frozen', () => {
  it('loses no order, answers every outage with 503 in time, and recovers by itself', async () => {
    const store = await OutageStore.open(LIMITS);
    store.openShop();
    for (let restart = 0; restart < 2; restart++) {
      await store.untilOrdered(20);
      await store.postgres.restart();
    }
    await store.untilOrdered(20);
    await freezeDatabase(store, FREEZE_MS);
    await store.untilOrdered(20);
    await store.closeShop();
    await store.expectOutagesAnswered(LONGEST_ANSWER_MS);
    await store.expectNothingLost();
    await store.end();
  });
});
