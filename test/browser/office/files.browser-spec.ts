import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { newProduct, newSection } from '../../factories/catalog.js';
import { DESK, Shop } from '../shop/shop.js';
import { button, heading, link } from '../shop/shopper.js';
import { choose, row, told } from './staff.js';

const HEADER = 'section,name,unitType,ratePerUnit,quantityStep,delivery';
/** Rows enough for the work on them to be seen. */
const MANY = 4000;

const shop = Shop.forThisFile(DESK);

/** Chooses a file in the form of a new import, and has it checked. */
async function check(page: Page, fileName: string, rows: readonly string[]): Promise<void> {
  const buffer = Buffer.from([HEADER, ...rows].join('\n'));
  await page.locator('input[type=file]').setInputFiles({ name: fileName, mimeType: 'text/csv', buffer });
  await button(page, 'Check the file').click();
  await heading(page, fileName).waitFor();
}

/** What an import counts under a heading. */
const counted = (page: Page, what: string): Promise<string | null> =>
  page.locator('dl').getByText(what, { exact: true }).locator('xpath=following-sibling::dd').textContent();

it('an import shows every bad row, takes the mended file, and is applied before one’s eyes', async () => {
  const { people, section } = shop.world;
  const good = Array.from({ length: MANY }, (_, i) => `${section.name},Imported ${i},piece,1000,1,5`);
  const bad = [`${section.name},Lentils,heap,1000,1,5`, `${section.name},Peas,piece,cheap,1,5`];
  const mended = [`${section.name},Lentils,kg,1000,0.25,5`, `${section.name},Peas,piece,900,1,5`];
  const { page } = await shop.visitor(people.manager);
  await page.goto('/admin/products/imports');
  await link(page, 'New import').click();
  await heading(page, 'New import').waitFor();
  await check(page, 'bad.csv', [...bad, ...good]);
  await told(page, 'Checked: rows are wrong').waitFor();
  await told(page, 'Nothing has been changed.').waitFor();
  await page.getByRole('row', { name: /^2 unitType / }).waitFor();
  await page.getByRole('row', { name: /^3 ratePerUnit / }).waitFor();

  await link(page, 'Send another file').click();
  await check(page, 'mended.csv', [...mended, ...good]);
  await told(page, 'Checked: nothing is wrong').waitFor();
  expect(await counted(page, 'New products')).toBe('4,002');
  expect(await counted(page, 'Faults')).toBe('0');
  expect(await shop.world.server.rows('SELECT id FROM products WHERE name = ?', ['Lentils'])).toEqual([]);
  await button(page, 'Apply all rows').click();
  await page.getByRole('progressbar', { name: 'How far the import is' }).waitFor();
  await heading(page, 'mended.csv').waitFor();
  await told(page, /^Applied$/).waitFor();

  await link(page, 'See the products').click();
  await heading(page, 'Products').waitFor();
  await page.getByRole('searchbox', { name: 'Search products' }).fill('Lentils');
  await link(page, 'Lentils').waitFor();
});

it('a file with headings of its own is imported by what its columns are for', async () => {
  const { people, section, server } = shop.world;
  const { page } = await shop.visitor(people.manager);
  await page.goto('/admin/products/imports/new');
  const buffer = Buffer.from(`रंग,Item,Category,Unit,Paise\nred,"Lentils, red",${section.name},kg,12050\n`);
  await page.locator('input[type=file]').setInputFiles({ name: 'theirs.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('row', { name: /^Item Lentils, red/ }).waitFor();
  await row(page, 'रंग').getByText('Leave out').first().waitFor();
  await choose(page, 'What रंग is for', 'name');
  await told(page, 'The column is there twice.').waitFor();
  await choose(page, 'What रंग is for', 'Leave out');
  await choose(page, 'What Paise is for', 'ratePerUnit');
  await button(page, 'Check the file').click();
  await told(page, 'Checked: nothing is wrong').waitFor();
  await button(page, 'Apply all rows').click();
  await told(page, /^Applied$/).waitFor();
  expect(await server.rows('SELECT rate_per_unit FROM products WHERE name = ?', ['Lentils, red'])).toEqual([
    { rate_per_unit: 12_050 },
  ]);
});

it('an export holds what the table’s filters leave', async () => {
  const { server, people } = shop.world;
  const section = await newSection(server, people.admin, 'Dals & pulses');
  const named = (name: string, more: object = {}) =>
    newProduct(server, people.manager, { sectionId: section.id, name, ...more });
  await named('Moong dal', { ratePerUnit: 12_050 });
  await named('Toor "Latur" dal, 1 kg');
  await named('Unripe dal', { published: false });
  const { page } = await shop.visitor(people.manager);
  await page.goto('/admin/products');
  await choose(page, 'Section', section.name);
  await link(page, 'Unripe dal').waitFor();
  await choose(page, 'Published', 'Published');
  await link(page, 'Unripe dal').waitFor({ state: 'hidden' });

  const download = page.waitForEvent('download');
  await button(page, 'Export').click();
  await told(page, 'The file is downloaded.').waitFor();
  const text = await readFile(await (await download).path(), 'utf8');
  const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
  expect(rows.map(({ name, section: of, ratePerUnit }) => [name, of, ratePerUnit])).toEqual([
    ['Moong dal', section.name, '12050'],
    ['Toor "Latur" dal, 1 kg', section.name, '5000'],
  ]);

  await button(page, 'All exports').click();
  await heading(page, 'Exports').waitFor();
  await row(page, 'Products').getByText('Ready').waitFor();
});
