import { startServer } from '../support/servers/server.js';
import { StockWalk } from '../support/stock-walk/stock-walk.js';

it('keeps what is on hand, promised and available through 2,000 random acts', async () => {
  const server = await startServer();
  const walk = await StockWalk.start(server, { seed: 53, shoppers: 60 });
  await walk.run(2000);
  for (const act of ['order', 'cancel', 'waste', 'count', 'import']) {
    expect([act, walk.accepted[act] ?? 0, walk.refused[act] ?? 0]).not.toContain(0);
  }
  for (const act of ['packed', 'out_for_delivery', 'delivered', 'undo', 'delivery', 'edit']) {
    expect([act, walk.accepted[act] ?? 0]).not.toContain(0);
  }
});
