import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';
import { StockWalk } from '../support/stock-walk/stock-walk.js';

let server: Server;
beforeAll(async () => {
  server = await useSharedServer();
});

/** The long walk is in test/endurance. */
it('keeps what is on hand, promised and available through 150 random acts', async () => {
  const walk = await StockWalk.start(server, { seed: 20_261, shoppers: 10 });
  await walk.run(150);
  // Without refusals the walk would not have come to the edges.
  for (const act of ['order', 'count']) {
    expect([act, walk.accepted[act] ?? 0, walk.refused[act] ?? 0]).not.toContain(0);
  }
});
