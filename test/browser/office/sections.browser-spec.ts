import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { newSection, type TestSection } from '../../factories/catalog.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { dialog, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);
/** Longer than a notice without `stays` is shown. */
const NOTICE_MS = 7 * SECOND_MS;

let first: TestSection;
let second: TestSection;
beforeAll(async () => {
  const { server, users } = shop.fixture;
  first = await newSection(server, users.admin, 'Breads');
  second = await newSection(server, users.admin, 'Cakes');
});

interface StoredSection {
  readonly name: string;
  readonly description: string;
}

/** Returns the two sections in their order. */
const stored = (): Promise<StoredSection[]> =>
  shop.fixture.server.rows<StoredSection>(
    'SELECT name, description FROM sections WHERE id IN (?, ?) ORDER BY position',
    [first.id, second.id],
  );
const order = async (): Promise<string[]> => (await stored()).map(({ name }) => name);

it('moves a section by keyboard, and undoes it also later', async () => {
  const { page } = await shop.visitor(shop.fixture.users.admin);
  await page.goto('/admin/sections');
  await button(page, 'Move Cakes: arrow keys up and down').focus();
  await page.keyboard.press('ArrowUp');
  await visibleText(page, 'Cakes is moved.').waitFor();
  expect(await order()).toEqual(['Cakes', 'Breads']);
  await page.waitForTimeout(NOTICE_MS);
  await button(page, 'Undo').click();
  await visibleText(page, 'The previous order is restored.').waitFor();
  expect(await order()).toEqual(['Breads', 'Cakes']);
});

it('keeps the changes of two editors who have changed different fields', async () => {
  const { users } = shop.fixture;
  const [one, other] = [await shop.visitor(users.admin), await shop.visitor(users.admin)];
  for (const { page } of [one, other]) {
    await page.goto('/admin/sections');
    await button(page, 'Edit Breads').click();
  }
  const edit = async ({ page }: typeof one, field: string, value: string): Promise<void> => {
    const form = dialog(page, 'Edit section');
    await form.getByLabel(field).fill(value);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'hidden' });
  };
  await edit(one, 'Description', 'Baked at five.');
  other.guard.expect(409, /\/admin\/sections\/[^/]+$/);
  await edit(other, 'Name', 'Loaves');
  expect(await stored()).toContainEqual({ name: 'Loaves', description: 'Baked at five.' });
});
