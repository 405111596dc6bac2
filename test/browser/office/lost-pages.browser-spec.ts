import { DESK, Shop } from '../shop/shop.js';
import { button, heading, link } from '../shop/shopper.js';
import { goTo, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

const LOST = 'This page cannot be loaded now. It opens as soon as the store can be reached.';

/** Opens the dashboard, with all that loads a while later. */
async function openOffice() {
  const { page, context, guard } = await shop.visitor(shop.fixture.users.admin);
  guard.expectOffline();
  await page.goto('/admin/');
  await heading(page, 'Today').waitFor();
  await page.waitForResponse(/AppToast/);
  return { page, guard, goOffline: (isOffline: boolean) => context.setOffline(isOffline) };
}

it('says that a page cannot be loaded offline, and opens it when the network is back', async () => {
  const { page, goOffline } = await openOffice();
  await goOffline(true);
  await goTo(page, 'Sections');
  await visibleText(page, LOST).waitFor();
  await button(page, 'Try again').click();
  await visibleText(page, LOST).waitFor();
  await goOffline(false);
  await heading(page, 'Sections').waitFor();
});

it('opens a page whose files are gone after an update', async () => {
  const { page, guard } = await openOffice();
  guard.expect(404, /^\/admin\/assets\//);
  // The new version names its files differently.
  let isUpdated = false;
  await page.route(/\/admin\/assets\/.*[.]js$/, (route) =>
    isUpdated ? route.continue() : route.fulfill({ status: 404 }),
  );
  page.on('framenavigated', () => (isUpdated = true));
  await goTo(page, 'Sections');
  await heading(page, 'Sections').waitFor();
});

it('reloads a page only once if its files stay away', async () => {
  const { page, guard } = await openOffice();
  guard.expect(404, /^\/admin\/assets\//);
  let loads = 0;
  page.on('request', (request) => (loads += request.isNavigationRequest() ? 1 : 0));
  await page.route(/\/admin\/assets\/SectionsPage.*[.]js$/, (route) => route.fulfill({ status: 404 }));
  await goTo(page, 'Sections');
  await visibleText(page, LOST).waitFor();
  expect(loads).toBe(1);
});

it('asks again for what failed while it was offline', async () => {
  const { page, goOffline } = await openOffice();
  await goTo(page, 'Products');
  await link(page, shop.fixture.product.name).waitFor();
  await goOffline(true);
  await page.getByRole('searchbox', { name: 'Search products' }).fill(shop.fixture.product.name);
  await visibleText(page, 'This could not be loaded').waitFor();
  await goOffline(false);
  await visibleText(page, 'This could not be loaded').waitFor({ state: 'hidden' });
  await link(page, shop.fixture.product.name).waitFor();
});
