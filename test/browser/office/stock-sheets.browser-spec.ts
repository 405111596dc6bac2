import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { newProduct, newSection, type TestProduct } from '../../factories/catalog.js';
import { newOrder } from '../../factories/orders.js';
import { lineOf, newSheet, saveLines, sendLines, type TestSheet } from '../../factories/stock-sheets.js';
import { newManager } from '../../factories/users.js';
import { expectBalancedBooks } from '../../support/assertions/books.js';
import { bodyOf } from '../../support/clients/client.js';
import { installAxe, violationsOf } from '../support/axe.js';
import { excessWidth, focusedName } from '../support/in-page.mjs';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading } from '../shop/shopper.js';
import { dialog, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

/** The proof is about what people press besides names and numbers. */
const MAX_PRESSES = 90;
const SHEETS = /\/admin\/stock-sheets\//;

/** A keyboard that counts what is pressed besides names and numbers. */
class CountedKeys {
  pressed = 0;

  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.pressed += 1;
      await this.page.keyboard.press(key);
    }
  }

  /** Types a name or a number. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses Tab until an element has the focus. */
  async tabTo(name: string): Promise<void> {
    while ((await this.page.evaluate(focusedName)) !== name) {
      if (this.pressed > MAX_PRESSES) throw new Error(`Tab does not reach ${name}.`);
      await this.press('Tab');
    }
  }
}

/** Goods as they are typed and as they are meant, with what there was before. Computed here, by other means than in the store. */
const UNITS = [
  { unitType: 'kg', before: 3.5, typed: '2.5', comesIn: 2.5 },
  { unitType: 'kg', before: 0, typed: '750 g', comesIn: 0.75 },
  { unitType: 'piece', before: 7, typed: '24', comesIn: 24 },
  { unitType: 'dozen', before: 2, typed: '1 1/2', comesIn: 1.5 },
  { unitType: 'l', before: 10, typed: '0,5', comesIn: 0.5 },
];

async function newGoods(): Promise<{ product: TestProduct; goods: (typeof UNITS)[number] }[]> {
  const { server, users } = shop.fixture;
  const { id: sectionId } = await newSection(server, users.admin);
  const goods = Array.from({ length: 20 }, (_, i) => UNITS[i % UNITS.length]!);
  return Promise.all(
    goods.map(async (each, i) => {
      const values = { unitType: each.unitType, quantityAvailable: each.before, quantityStep: 0.25 };
      const name = `Goods ${randomUUID().slice(0, 8)} no ${i + 1}`;
      return {
        goods: each,
        product: await newProduct(server, users.manager, { sectionId, name, ...values }),
      };
    }),
  );
}

async function onHand({ id }: TestProduct): Promise<number> {
  const { server, users } = shop.fixture;
  const product = await server.client
    .as(users.manager)
    .get<{ quantityOnHand: number }>(`/admin/products/${id}`);
  return bodyOf(product, 200).quantityOnHand;
}

const quantityOf = (page: Page, { name }: TestProduct) =>
  page.getByRole('textbox', { name: `Quantity of ${name}` });
const isSaved = (page: Page): Promise<void> => page.getByText('Saved', { exact: true }).waitFor();

it(`takes in 20 products by the keyboard alone, with at most ${MAX_PRESSES} presses besides names and numbers`, async () => {
  const delivery = await newGoods();
  const { server, users } = shop.fixture;
  const { page } = await shop.visitor(users.manager);
  await page.goto('/admin/');
  await heading(page, 'Today').waitFor();
  const keys = new CountedKeys(page);
  await keys.press('Control+k');
  await page.getByRole('combobox', { name: /^Search orders/ }).waitFor();
  await keys.type('receiving');
  await page.getByRole('option', { name: 'Receiving and counts' }).waitFor();
  await keys.press('Enter');
  await heading(page, 'Receiving and counts').waitFor();
  await keys.tabTo('New receiving sheet');
  await keys.press('Enter');
  await heading(page, /^Receiving sheet \d+$/).waitFor();
  for (const { product, goods } of delivery) {
    await keys.type(product.name);
    await keys.press('Enter');
    await keys.type(goods.typed);
    await keys.press('Enter');
    await quantityOf(page, product).waitFor();
  }
  await keys.press('Control+Enter');
  await dialog(page, /^Book receiving sheet/)
    .getByText('20 products come in.')
    .waitFor();
  await button(page, 'Book 20 lines').and(page.locator(':focus')).waitFor();
  await keys.press('Enter');
  await visibleText(page, /^Receiving sheet \d+ is booked/).waitFor();
  for (const { product, goods } of delivery) expect(await onHand(product)).toBe(goods.before + goods.comesIn);
  await expectBalancedBooks(server, users.admin);
  process.stdout.write(`${keys.pressed} presses besides names and numbers.\n`);
  expect(keys.pressed).toBeLessThanOrEqual(MAX_PRESSES);
});

it('adds a product that comes again to its line, takes no word for a quantity, and finds no product that is not there', async () => {
  const [first] = await newGoods();
  const { users } = shop.fixture;
  const sheet = await newSheet(shop.fixture.server, users.manager);
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/stock-sheets/${sheet.id}`);
  const product = first!.product;
  const name = page.getByRole('combobox', { name: 'Product' });
  const quantity = page.getByRole('textbox', { name: /^Quantity( kg)?$/ });
  for (const typed of ['2', '750 g']) {
    await name.fill(product.name);
    await page.getByRole('option', { name: product.name }).waitFor();
    await name.press('Enter');
    await quantity.fill(typed);
    await quantity.press('Enter');
  }
  await visibleText(page, `${product.name}: 750 g added, 2.75 kg in all`).waitFor();
  await name.fill('nothing is named so');
  await name.press('Enter');
  await visibleText(page, 'No product is named nothing is named so.').waitFor();
  await name.fill(product.name);
  await name.press('Enter');
  await quantity.fill('a lot');
  await quantity.press('Enter');
  await visibleText(page, 'Type a quantity in kg.').waitFor();
  await quantityOf(page, product).fill('3');
  await quantityOf(page, product).press('Enter');
  await isSaved(page);
  await page.reload();
  await page.getByText('3 kg', { exact: true }).first().waitFor();
});

it('counts a section blind, shows the differences before it is booked, and takes a sale in between into account', async () => {
  const { server, users } = shop.fixture;
  const section = await newSection(server, users.admin, `Shelf ${randomUUID().slice(0, 8)}`);
  const add = (name: string, quantityAvailable: number) =>
    newProduct(server, users.manager, {
      sectionId: section.id,
      name: `${name} ${randomUUID().slice(0, 8)}`,
      quantityAvailable,
    });
  const [apples, bread, curd] = [await add('Apples', 473), await add('Bread', 391), await add('Curd', 8)];
  const order = await newOrder(server, users.owner, { [apples.id]: 3 });
  const { page, keys } = await shop.visitor(users.manager);
  await page.goto('/admin/stock-sheets');
  await keys.to('New count sheet');
  await page.keyboard.press('Enter');
  await dialog(page, 'New count sheet').waitFor();
  await page.getByLabel('Section to count').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(section.name);
  await page.getByRole('option', { name: section.name }).waitFor();
  await page.keyboard.press('Enter');
  await keys.to('Begin');
  await page.keyboard.press('Enter');
  await heading(page, /^Count sheet \d+$/).waitFor();
  await quantityOf(page, apples).and(page.locator(':focus')).waitFor();
  for (const shown of ['473', '391']) expect(await page.getByText(shown).count()).toBe(0);

  await page.keyboard.type('473');
  await page.keyboard.press('Enter');
  await page.keyboard.type('200');
  await page.keyboard.press('Enter');
  await isSaved(page);
  for (const to of ['packed', 'out_for_delivery'])
    bodyOf(await server.client.as(users.admin).post(`/admin/orders/${order.id}/transitions`, { to }), 200);

  await page.emulateMedia({ media: 'print' });
  await visibleText(page, 'Counted by (signature)').waitFor();
  expect(await page.locator('article', { hasText: 'Counted by (signature)' }).innerText()).not.toContain(
    '391',
  );
  await page.emulateMedia({ media: 'screen' });

  await page.keyboard.press('Control+Enter');
  const differences = dialog(page, /^Differences of count sheet/);
  await differences.getByText('2 products are counted, 1 with a difference.').waitFor();
  await differences.getByText('1 line is not counted and stays as it is.').waitFor();
  const [large, same] = await differences.getByRole('listitem').allInnerTexts();
  expect(large).toMatch(/Bread[^]*391 pieces → 200 pieces[^]*−191 pieces[^]*Large difference/);
  expect(same).toMatch(/Apples[^]*470 pieces → 470 pieces[^]*Counted 473 pieces; −3 pieces since then/);
  await button(page, 'Book 2 lines').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await visibleText(page, /^Count sheet \d+ is booked/).waitFor();
  expect(await Promise.all([apples, bread, curd].map(onHand))).toEqual([470, 200, 8]);
  await expectBalancedBooks(server, users.admin);
});

it('keeps a draft without a connection, and sends it when there is one again', async () => {
  const { server, users, product } = shop.fixture;
  const draft = await newSheet(server, users.manager);
  const saved = await saveLines(server, users.manager, draft, [lineOf(product, 1)]);
  const { page, context, guard } = await shop.visitor(users.manager);
  await page.goto(`/admin/stock-sheets/${draft.id}`);
  await quantityOf(page, product).waitFor();
  guard.expectOffline();
  await context.setOffline(true);
  await quantityOf(page, product).fill('41');
  await quantityOf(page, product).press('Enter');
  await visibleText(page, /^Not saved yet: no connection/).waitFor();
  await context.setOffline(false);
  await isSaved(page);
  const now = await server.client.as(users.admin).get<TestSheet>(`/admin/stock-sheets/${saved.id}`);
  expect(bodyOf(now, 200).lines).toMatchObject([{ productId: product.id, quantity: 41 }]);
});

it('puts together what two people fill in, and asks where they contradict each other', async () => {
  const { server, users, section } = shop.fixture;
  const colleague = await newManager(server);
  const [one, two] = [
    await newProduct(server, users.manager, { sectionId: section.id }),
    await newProduct(server, users.manager, { sectionId: section.id }),
  ];
  const lines = (first: number, second: number) => [lineOf(one, first), lineOf(two, second)];
  const sheet = await saveLines(server, users.manager, await newSheet(server, users.manager), lines(1, 1));
  const { page, guard } = await shop.visitor(users.manager);
  guard.expect(409, SHEETS);
  await page.goto(`/admin/stock-sheets/${sheet.id}`);
  await quantityOf(page, one).waitFor();
  const theirs = bodyOf(await sendLines(server, colleague, sheet, lines(1, 20)), 200);
  await quantityOf(page, one).fill('10');
  await quantityOf(page, one).press('Enter');
  await visibleText(page, '20 pieces').waitFor();
  await isSaved(page);

  const merged = bodyOf(
    await server.client.as(users.admin).get<TestSheet>(`/admin/stock-sheets/${sheet.id}`),
    200,
  );
  expect(merged.lines).toMatchObject([{ quantity: 10 }, { quantity: 20 }]);
  expect(merged.version).toBeGreaterThan(theirs.version);
  bodyOf(await sendLines(server, colleague, merged, lines(11, 20)), 200);
  await quantityOf(page, one).fill('12');
  await quantityOf(page, one).press('Enter');
  await dialog(page, 'Another user saved first').getByText('11 pieces').waitFor();
  await button(page, 'Save my version').click();
  await isSaved(page);
  const chosen = await server.client.as(users.admin).get<TestSheet>(`/admin/stock-sheets/${sheet.id}`);
  expect(bodyOf(chosen, 200).lines).toMatchObject([{ quantity: 12 }, { quantity: 20 }]);
});

it('fits a phone, with nothing for axe to find in the dialog of the booking', async () => {
  const { server, users, product } = shop.fixture;
  const draft = await newSheet(server, users.manager);
  await saveLines(server, users.manager, draft, [lineOf(product, 5)]);
  const { page } = await shop.visitor(users.manager, { viewport: { width: 390, height: 844 } });
  await installAxe(page);
  await page.goto(`/admin/stock-sheets/${draft.id}`);
  await button(page, /^Book/).click();
  await dialog(page, /^Book receiving sheet/)
    .getByText('1 product comes in.')
    .waitFor();
  expect(await page.evaluate(excessWidth)).toBeLessThanOrEqual(0);
  expect(await violationsOf(page)).toEqual([]);
});
