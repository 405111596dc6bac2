import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/lib/browser/browser.mjs';
import { reloadOnBadNetwork, stealSpentCookie } from '../../support/actions/reloads.js';
import { inScope } from '../../support/scope.js';
import { startServer, type Server } from '../../support/servers/server.js';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(() => browser.close());

const RELOADS = inScope({ essential: 4, all: 20 });

it(`keeps a shopper signed in through ${RELOADS} reloads, with responses to the refresh late or lost`, async () => {
  expect(await reloadOnBadNetwork(server, browser, RELOADS)).toBe(RELOADS);
});

it('ends the session when a spent cookie is used after the leeway', async () => {
  expect(await stealSpentCookie(server, browser)).toEqual({ status: 401, isSignedIn: false });
});
