import type { Page } from 'playwright-core';
import { newDemoCatalog } from '../../factories/demo-catalog.js';
import { newShopper } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { waitUntil } from '../../support/servers/processes.js';
import { countTaps, tapCount } from '../support/in-page.mjs';
import { Shop } from './shop.js';
import { visible } from './shopper.js';

const TOUCH_PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const MAX_TAPS = 24;

/** What a household types, in words of its own, and what it means. */
const SHOPPING_LIST: Readonly<Record<string, RegExp>> = {
  doodh: /Milk/,
  atta: /Atta/,
  pyaz: /Onions/,
  tamatar: /Tomatoes/,
  chawal: /Rice/,
  haldi: /Turmeric/,
  eggs: /Eggs/,
  bread: /Bread/,
  dahi: /Curd/,
  'toor dal': /Toor Dal/,
  tea: /Tea/,
  kela: /Bananas/,
};

interface Cart {
  readonly items: readonly { readonly product: { readonly name: string } }[];
}

const shop = Shop.forThisFile(TOUCH_PHONE);

beforeAll(() => newDemoCatalog(shop.fixture.server, shop.fixture.users.admin));

/** Types a word over the one before, and puts the first product that is meant into the cart. */
async function buy(page: Page, word: string, meant: RegExp): Promise<void> {
  await page.keyboard.type(word);
  const add = new RegExp(`^Add .*${meant.source}.* to the cart$`);
  await visible(page.getByRole('grid').getByRole('button', { name: add })).tap();
  await visible(page.getByRole('grid').getByRole('group', { name: meant })).waitFor();
}

it('fills the cart with twelve things by search, in few taps', async () => {
  const { server } = shop.fixture;
  const shopper = await newShopper(server);
  const { page } = await shop.visitor(shopper);
  await page.addInitScript(countTaps);
  await page.goto('/');
  const search = visible(page.getByRole('combobox', { name: 'Search the store' }));
  await search.tap();
  for (const [word, meant] of Object.entries(SHOPPING_LIST)) await buy(page, word, meant);
  expect(await page.evaluate(tapCount)).toBeLessThanOrEqual(MAX_TAPS);

  const namesInCart = async (): Promise<string[]> => {
    const { items } = bodyOf(await server.client.as(shopper).get<Cart>('/cart'), 200);
    return items.map(({ product }) => product.name);
  };
  await waitUntil(async () => (await namesInCart()).length === Object.keys(SHOPPING_LIST).length);
  const names = await namesInCart();
  const missing = Object.entries(SHOPPING_LIST).filter(
    ([, meant]) => !names.some((name) => meant.test(name)),
  );
  expect(missing).toEqual([]);
});

it('clears the words with one tap, and keeps the focus', async () => {
  const { page } = await shop.visitor();
  await page.goto('/');
  const search = visible(page.getByRole('combobox', { name: 'Search the store' }));
  await search.tap();
  await page.keyboard.type('milk');
  await visible(page.getByRole('button', { name: 'Clear the words' })).tap();
  await page.keyboard.type('rice');
  expect(await search.inputValue()).toBe('rice');
});

it('buys from the suggestions with the keyboard only', async () => {
  const { page, keys } = await shop.visitor(undefined, { hasTouch: false, isMobile: false });
  await page.goto('/');
  await visible(page.getByRole('combobox', { name: 'Search the store' })).focus();
  await page.keyboard.type('papaya');
  await visible(page.getByRole('grid').getByText('Papaya')).waitFor();
  await keys.to('Add Papaya to the cart');
  await page.keyboard.press('Enter');
  await visible(page.getByRole('grid').getByRole('group', { name: 'Quantity of Papaya' })).waitFor();
});
