import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { MINUTE_MS } from '../../../src/platform/common/durations.js';
import { signInAdmin, type TestUser } from '../../factories/users.js';
import type { Server } from '../../support/servers/server.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading } from '../shop/shopper.js';
import { installAxe, violationsOf } from '../support/axe.js';
import { choose, dialog, goTo, settledCard, visibleText } from './staff.js';

/** Long enough for many pages on a slow machine. */
const TEST_TIMEOUT_MS = 5 * MINUTE_MS;

/** A store as it is right after its first start. */
const shop = Shop.with(async (server): Promise<{ server: Server; admin: TestUser }> => {
  return { server, admin: await signInAdmin(server) };
}, DESK);

it(
  'leads an admin from an empty store to the first delivered order',
  async () => {
    const { page, keys } = await shop.visitor(shop.fixture.admin);
    await installAxe(page);
    await page.goto('/admin/');
    const steps = page.getByRole('region', { name: 'First steps' });
    await steps.waitFor();
    await waitUntilSettled(page);
    expect(await page.getByText('Out of stock').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize(DESK.viewport);

    await steps.getByRole('link', { name: 'Create a section' }).click();
    await visibleText(page, 'Products belong to sections. Create the first one.').waitFor();
    await button(page, 'New section').click();
    await dialog(page, 'New section').getByLabel('Name').fill('Vegetables');
    await button(page, 'Create section').click();
    await visibleText(page, 'Section Vegetables is created.').waitFor();

    await goTo(page, 'Today');
    await steps.getByText('1 of 5 done').waitFor();
    await steps.getByRole('link', { name: 'Add a product with stock' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Tomatoes');
    await choose(page, 'Section', 'Vegetables');
    await page.getByLabel('Rate').fill('40');
    await page.getByLabel('Opening stock').fill('12');
    await button(page, 'Create product').click();
    await heading(page, 'Tomatoes').waitFor();

    await goTo(page, 'Today');
    await steps.getByText('2 of 5 done').waitFor();
    await steps.getByRole('link', { name: 'Take a first order' }).click();
    await page.getByRole('combobox', { name: /^Phone, name/ }).fill('Asha Rao');
    await page.getByRole('option', { name: 'New customer: Asha Rao' }).click();
    await page.getByRole('combobox', { name: 'Add a product' }).fill('tomato');
    await page.getByRole('option', { name: 'Tomatoes' }).click();
    for (const [label, value] of [
      ['Phone', '98450 12345'],
      ['House and street', '14, 3rd Cross'],
      ['Town or city', 'Bengaluru'],
      ['Postal code', '560003'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value);
    await button(page, 'Place order').click();
    await heading(page, /^Order /).waitFor();

    await goTo(page, 'Today');
    await steps.getByText('3 of 5 done').waitFor();
    await visibleText(page, 'Out of stock').waitFor();
    await steps.getByRole('link', { name: 'Deliver it' }).click();
    const card = page.getByRole('article').filter({ hasText: 'Asha Rao' });
    await card.waitFor();
    const number = await card.getByRole('link').first().innerText();
    await keys.to(number);
    for (const lane of ['Packed', 'Out for delivery', 'Delivered']) {
      await page.keyboard.press('Shift+ArrowRight');
      await settledCard(page, lane, { number }).waitFor();
    }
    await goTo(page, 'Today');
    await visibleText(page, 'Out of stock').waitFor();
    await steps.waitFor({ state: 'hidden' });
  },
  TEST_TIMEOUT_MS,
);
