import { launchBrowser } from '../../scripts/lib/browser/browser.mjs';
import { reloadOnBadNetwork } from '../support/actions/reloads.js';
import { useSharedServer } from '../support/servers/shared-server.js';

it('keeps a shopper signed in through 20 reloads, with responses to the refresh late or lost', async () => {
  const [server, browser] = await Promise.all([useSharedServer(), launchBrowser()]);
  try {
    expect(await reloadOnBadNetwork(server, browser, 20)).toBe(20);
  } finally {
    await browser.close();
  }
});
