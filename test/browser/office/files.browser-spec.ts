import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { newProduct, newSection } from '../../factories/catalog.js';
import { SOLD_OF_FILES, type Sold } from '../../factories/grocer-files.js';
import { inScope } from '../../support/scope.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading, link } from '../shop/shopper.js';
import { choose, dialog, row, visibleText } from './staff.js';

const HEADER = 'section,name,unitType,ratePerUnit,quantityStep,delivery';
/** Number of rows that makes the progress of an import visible. */
const ROW_COUNT = 4000;

const shop = Shop.forThisFile(DESK);

/** Selects a file in the form of a new import and submits it. */
async function check(page: Page, fileName: string, rows: readonly string[]): Promise<void> {
  const buffer = Buffer.from([HEADER, ...rows].join('\n'));
  await page.locator('input[type=file]').setInputFiles({ name: fileName, mimeType: 'text/csv', buffer });
  await button(page, 'Check the file').click();
  await heading(page, fileName).waitFor();
}

/** Returns the count of an import under a label. */
const countOf = (page: Page, label: string): Promise<string | null> =>
  page.locator('dl').getByText(label, { exact: true }).locator('xpath=following-sibling::dd').textContent();

it('lists every bad row of an import, accepts the corrected file, and applies it with visible progress', async () => {
  const { users, section } = shop.fixture;
  const valid = Array.from({ length: ROW_COUNT }, (_, i) => `${section.name},Imported ${i},piece,1000,1,5`);
  const invalid = [`${section.name},Lentils,heap,1000,1,5`, `${section.name},Peas,piece,cheap,1,5`];
  const corrected = [`${section.name},Lentils,kg,1000,0.25,5`, `${section.name},Peas,piece,900,1,5`];
  const { page } = await shop.visitor(users.manager);
  await page.goto('/admin/products/imports');
  await link(page, 'New import').click();
  await heading(page, 'New import').waitFor();
  await check(page, 'bad.csv', [...invalid, ...valid]);
  await visibleText(page, 'Checked: errors found').waitFor();
  await visibleText(page, 'Nothing has been changed.').waitFor();
  await page.getByRole('row', { name: /^2 Unit / }).waitFor();
  await page.getByRole('row', { name: /^3 Price in the smallest currency unit / }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'first in line 2' }).getByText('1 ×').waitFor();
  const download = page.waitForEvent('download');
  await button(page, 'Download all errors').click();
  const csv = await readFile(await (await download).path(), 'utf8');
  const errors = parse<Record<string, string>>(csv, { columns: true, bom: true });
  expect(errors.map(({ line, column }) => [line, column])).toEqual([
    ['2', 'unitType'],
    ['3', 'ratePerUnit'],
  ]);

  await link(page, 'Upload another file').click();
  await check(page, 'mended.csv', [...corrected, ...valid]);
  await visibleText(page, 'Checked: no errors').waitFor();
  expect(await countOf(page, 'New products')).toBe('4,002');
  expect(await countOf(page, 'Errors')).toBe('0');
  expect(await shop.fixture.server.rows('SELECT id FROM products WHERE name = ?', ['Lentils'])).toEqual([]);
  await button(page, 'Apply all rows').click();
  await page.getByRole('progressbar', { name: 'Import progress' }).waitFor();
  await heading(page, 'mended.csv').waitFor();
  await visibleText(page, /^Applied$/).waitFor();

  await link(page, 'View products').click();
  await heading(page, 'Products').waitFor();
  await page.getByRole('searchbox', { name: 'Search products' }).fill('Lentils');
  await link(page, 'Lentils').waitFor();
});

it('imports a file with headings that it does not know, by the columns that a person assigns once', async () => {
  const { users, section, server } = shop.fixture;
  const { page } = await shop.visitor(users.manager);
  const upload = async (): Promise<void> => {
    await page.goto('/admin/products/imports/new');
    const buffer = Buffer.from(`रंग,Item,Category,Unit,Paise\nred,"Lentils, red",${section.name},kg,12050\n`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'theirs.csv', mimeType: 'text/csv', buffer });
    await button(page, 'Check the file').click();
  };
  await upload();
  await visibleText(page, 'Checked: errors found').waitFor();
  await visibleText(page, 'Left out: रंग, Paise').waitFor();
  await button(page, 'Change').click();
  await page.getByRole('row', { name: /^Item Lentils, red/ }).waitFor();
  await choose(page, 'Field for Item', 'Section');
  await visibleText(page, 'Two columns hold this.').waitFor();
  await choose(page, 'Field for Item', 'Name');
  await choose(page, 'Field for Paise', 'Price in the smallest currency unit');
  await button(page, 'Check again').click();
  await visibleText(page, 'Checked: no errors').waitFor();
  await visibleText(page, /The columns are as you assigned them\./).waitFor();
  await upload();
  await visibleText(page, 'Checked: no errors').waitFor();
  await visibleText(page, /The columns are as you assigned them before\./).waitFor();
  await button(page, 'Apply all rows').click();
  await visibleText(page, /^Applied$/).waitFor();
  expect(await server.rows('SELECT rate_per_unit FROM products WHERE name = ?', ['Lentils, red'])).toEqual([
    { rate_per_unit: 12_050 },
  ]);
});

describe('a file as a supplier writes it', () => {
  const rows = (kiwi: string): string[] => {
    const { name } = shop.fixture.section;
    return [`${name},Kiwi Gold,${kiwi},piece,20`, `${name},Ivy Gourd,"₹1,120.00",kg,8.5`];
  };

  async function upload(page: Page, fileName: string, lines: readonly string[]): Promise<void> {
    await page.goto('/admin/products/imports/new');
    const buffer = Buffer.from(['Section,Item,Price,Unit,Qty', ...lines].join('\n'));
    await page.locator('input[type=file]').setInputFiles({ name: fileName, mimeType: 'text/csv', buffer });
  }

  async function checkFile(page: Page): Promise<void> {
    await button(page, 'Check the file').click();
    await visibleText(page, 'Checked: no errors').waitFor();
  }

  const productRows = (): Promise<unknown[]> =>
    shop.fixture.server.rows(
      `SELECT name, rate_per_unit, quantity_available FROM products WHERE name IN ('Kiwi Gold', 'Ivy Gourd') ORDER BY name`,
    );

  it('is shown as it will be sold, in rupees, and applied', async () => {
    const { page } = await shop.visitor(shop.fixture.users.manager);
    await upload(page, 'rupees.csv', rows('45'));
    await checkFile(page);
    await row(page, 'Kiwi Gold').getByText('New: ₹45 / piece').waitFor();
    await row(page, 'Ivy Gourd').getByText('New: ₹1,120 / kg').waitFor();
    expect(await productRows()).toEqual([]);
    await button(page, 'Apply all rows').click();
    await visibleText(page, /^Applied$/).waitFor();
    expect(await productRows()).toMatchObject([
      { name: 'Ivy Gourd', rate_per_unit: 112_000 },
      { name: 'Kiwi Gold', rate_per_unit: 4500 },
    ]);
  });

  it('is applied a second time only after a confirmation that names the first', async () => {
    const { page } = await shop.visitor(shop.fixture.users.manager);
    await upload(page, 'rupees-again.csv', rows('45'));
    await checkFile(page);
    await visibleText(page, /applied the same rows on/).waitFor();
    await button(page, 'Apply all rows').click();
    const question = dialog(page, 'Apply these rows?');
    await question.getByRole('link', { name: 'rupees.csv' }).waitFor();
    const confirm = question.getByRole('button', { name: 'Apply all rows' });
    expect(await confirm.isDisabled()).toBe(true);
    await question.getByLabel('Apply the same rows again').check();
    await confirm.click();
    await visibleText(page, /^Applied$/).waitFor();
    expect(await productRows()).toMatchObject([
      { quantity_available: 17_000 },
      { quantity_available: 40_000 },
    ]);
  });

  it('points out a rate that changes more than fivefold, and asks for it', async () => {
    const { page } = await shop.visitor(shop.fixture.users.manager);
    await upload(page, 'paise.csv', rows('0.45'));
    await checkFile(page);
    await row(page, 'Kiwi Gold').getByText('₹45 / piece → ₹0.45 / piece').waitFor();
    await row(page, 'Kiwi Gold').getByText('Changes more than fivefold').waitFor();
    await page.getByLabel('Only the 1 to confirm').check();
    await row(page, 'Ivy Gourd').waitFor({ state: 'detached' });
    await button(page, 'Apply all rows').click();
    const question = dialog(page, 'Apply these rows?');
    await question.getByLabel('The rates are right').check();
    await question.getByRole('button', { name: 'Apply all rows' }).click();
    await visibleText(page, /^Applied$/).waitFor();
    expect(await productRows()).toMatchObject([{ rate_per_unit: 112_000 }, { rate_per_unit: 45 }]);
  });
});

describe('a file as a grocer has it', () => {
  const FILES = readdirSync('test/fixtures/imports');
  /** Presses that it takes to apply a file after it was chosen. */
  const MAX_PRESSES = 4;

  beforeAll(async () => {
    const { server, users, section } = shop.fixture;
    // The products of the stock list, which names nothing else.
    for (const name of ['Tomatoes', 'Potatoes', 'Onions'])
      await newProduct(server, users.admin, {
        sectionId: section.id,
        name,
        unitType: 'kg',
        quantityStep: 0.5,
      });
  });

  /** The stock list has names and counts alone. */
  const countedStock = (): readonly Sold[] =>
    [
      ['Tomatoes', 42.5],
      ['Potatoes', 61],
      ['Onions', 0],
    ].map(([name, stock]) => [shop.fixture.section.name, String(name), 'kg', 5000, Number(stock)]);

  /** Returns the products of these sections and names as they are sold. */
  async function soldLike(expected: readonly Sold[]): Promise<Sold[]> {
    const rows = await shop.fixture.server.rows<Record<string, string | number>>(`
      SELECT s.name AS section, p.name, p.unit_type AS unit, p.rate_per_unit AS rate, p.quantity_available AS stock
      FROM products p JOIN sections s ON s.id = p.section_id WHERE p.deleted_at IS NULL`);
    const isExpected = new Set(expected.map(([section, name]) => `${section}: ${name}`));
    return rows
      .filter(({ section, name }) => isExpected.has(`${section}: ${name}`))
      .map(({ section, name, unit, rate, stock }): Sold => [
        ...([String(section), String(name), String(unit)] as const),
        ...([Number(rate), Number(stock) / 1000] as const),
      ])
      .toSorted();
  }

  it.each(inScope({ essential: FILES.slice(0, 2), all: FILES }))(
    '%s is applied by an admin with few presses',
    async (fileName) => {
      const { page } = await shop.visitor(shop.fixture.users.admin);
      await page.goto('/admin/products/imports/new');
      await page.locator('input[type=file]').setInputFiles(`test/fixtures/imports/${fileName}`);
      let presses = 0;
      const press = async (name: string | RegExp): Promise<void> => {
        presses += 1;
        await page.getByRole('button', { name }).first().click();
      };
      await press('Check the file');
      const create = page.getByRole('button', { name: /^Create \d+ sections?$/ });
      await create.or(button(page, 'Apply all rows')).first().waitFor();
      if (await create.isVisible()) {
        await press(/^Create \d+ sections?$/);
        await create.waitFor({ state: 'detached' });
      }
      if (fileName === 'same-name-two-packs.csv') await press('Add “sku” to the name');
      await visibleText(page, 'Checked: no errors').waitFor();
      await press('Apply all rows');
      await visibleText(page, /^Applied$/).waitFor();
      expect(presses).toBeLessThanOrEqual(MAX_PRESSES);
      const expected = SOLD_OF_FILES[fileName] ?? countedStock();
      expect(await soldLike(expected)).toEqual(expected.toSorted());
    },
  );
});

it('exports the products that the table’s filters select', async () => {
  const { server, users } = shop.fixture;
  const section = await newSection(server, users.admin, 'Dals & pulses');
  const addProduct = (name: string, changes: object = {}) =>
    newProduct(server, users.manager, { sectionId: section.id, name, ...changes });
  await addProduct('Moong dal', { ratePerUnit: 12_050 });
  await addProduct('Toor "Latur" dal, 1 kg');
  await addProduct('Unripe dal', { published: false });
  const { page } = await shop.visitor(users.manager);
  await page.goto('/admin/products');
  await choose(page, 'Section', section.name);
  await link(page, 'Unripe dal').waitFor();
  await choose(page, 'Published', 'Published');
  await link(page, 'Unripe dal').waitFor({ state: 'hidden' });

  const exported = async (kind: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await button(page, 'Export').click();
    await page.getByRole('menuitem', { name: kind, exact: true }).click();
    await visibleText(page, 'The file has been downloaded.').waitFor();
    return readFile(await (await download).path(), 'utf8');
  };
  const text = await exported('Products');
  const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
  expect(rows.map(({ name, section: of, 'price (INR)': price }) => [name, of, price])).toEqual([
    ['Moong dal', section.name, '120.50'],
    ['Toor "Latur" dal, 1 kg', section.name, '50.00'],
  ]);
  const rates = parse<Record<string, string>>(await exported('Price history'), { columns: true, bom: true });
  expect(rates.map(({ productName, 'price (INR)': price }) => [productName, price])).toEqual([
    ['Moong dal', '120.50'],
    ['Toor "Latur" dal, 1 kg', '50.00'],
  ]);

  await button(page, 'All exports').click();
  await heading(page, 'Exports').waitFor();
  await row(page, 'Products').getByText('Ready').waitFor();
});
