import { SECOND_MS } from '../../src/platform/common/durations.js';
import { HAS_OWN_POSTGRES } from '../support/servers/postgres.js';
import { freezeDatabase, OutageStore } from '../support/servers/outage-store.js';
import { HAS_WORKERS } from '../support/servers/server.js';
import { describeIf } from '../support/stores/engine.js';

const RESTARTS = 20;
const FREEZE_MS = 60 * SECOND_MS;

/** The usual limits: waiting for a connection, a statement without an answer, and some for a slow machine. */
const LONGEST_ANSWER_MS = 40 * SECOND_MS;

describeIf(HAS_WORKERS && HAS_OWN_POSTGRES)('a store whose PostgreSQL is restarted all the time', () => {
  it(`loses nothing in ${RESTARTS} restarts and a minute of silence`, async () => {
    const store = await OutageStore.open({});
    store.openShop();
    for (let restart = 0; restart < RESTARTS; restart++) {
      await store.untilOrdered(30);
      await store.postgres.restart();
    }
    await store.untilOrdered(60);
    await freezeDatabase(store, FREEZE_MS);
    await store.untilOrdered(60);
    await store.closeShop();
    await store.expectOutagesAnswered(LONGEST_ANSWER_MS);
    await store.expectNothingLost();
    await store.end();
  }, 1_800_000);
});
