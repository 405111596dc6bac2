import { buffer } from 'node:stream/consumers';
import { createExportServices } from '../support/actions/exports.js';
import { ImportStore } from '../support/actions/imports.js';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

/** Has a file checked again and returns the result. */
async function checkAgain(id: string, choice?: object, user = store.owner) {
  await store.services.checkAgain.run(user, id, choice);
  await store.services.run.run(id);
  return store.services.service.view(user, id);
}

const THEIRS = 'Ware,Farbe,Paise\nKiwi,green,4500\n';
const CHOICE = { columns: ['name', '-', 'ratePerUnit'], fixed: { section: 'Fruits', unitType: 'kg' } };

describe('a file that is checked again', () => {
  it('is read as the person says, and so are their later files with the same headings', async () => {
    const { id, errorCount, checkableUntil } = await store.importFile(THEIRS, { dryRun: true });
    expect(errorCount).toBeGreaterThan(0);
    expect(checkableUntil).not.toBeNull();
    const view = await checkAgain(id, CHOICE);
    expect(view).toMatchObject({
      ...{ status: 'done', errorCount: 0, errorGroups: [], added: 1 },
      reading: { ...CHOICE, source: 'given', headings: ['Ware', 'Farbe', 'Paise'] },
    });
    expect(await store.errorsOf(view)).toEqual([]);

    const later = await store.importFile(THEIRS.replace('Kiwi', 'Fig').toUpperCase(), { dryRun: true });
    expect(later).toMatchObject({ status: 'done', reading: { ...CHOICE, source: 'remembered' } });
    const { admin } = store;
    const others = await store.importFile(THEIRS, { dryRun: true, owner: admin });
    expect(others).toMatchObject({ reading: { source: 'guessed' } });
  });

  it('is read as before without a choice, and applied as it was checked', async () => {
    const { id } = await store.importFile(THEIRS, { dryRun: true, reading: CHOICE });
    expect(await checkAgain(id)).toMatchObject({ status: 'done', reading: { ...CHOICE, source: 'given' } });
    await store.services.apply.run(store.owner, id);
    await store.services.run.run(id);
    expect(await store.products()).toMatchObject([{ name: 'Kiwi', rate_per_unit: 4500 }]);
  });

  it('is refused once it is applied, in progress, or of another user', async () => {
    const id = await store.services.receive(store.owner.id, THEIRS, { dryRun: true, reading: CHOICE });
    const refused = (user = store.owner) => store.services.checkAgain.run(user, id, {});
    await expect(refused()).rejects.toMatchObject({ code: 'imports.not-checkable' });
    await store.services.run.run(id);
    await expect(refused(store.admin)).rejects.toMatchObject({ code: 'imports.not-own' });
    await store.services.apply.run(store.owner, id);
    await store.services.run.run(id);
    await expect(refused()).rejects.toMatchObject({ code: 'imports.not-checkable' });
  });

  it('has an error if the columns are not those of the file', async () => {
    const { id } = await store.importFile(THEIRS, { dryRun: true });
    const errorsWith = async (columns: readonly string[]) =>
      (await store.errorsOf(await checkAgain(id, { columns }))).map(({ code, column }) => [code, column]);
    expect(await errorsWith(['name'])).toEqual([['imports.column-count', null]]);
    expect(await errorsWith(['name', 'brand', 'brand'])).toEqual([['imports.column-twice', 'brand']]);
    expect(await errorsWith(['name', 'price', 'ratePerUnit'])).toEqual([['imports.two-rates', 'price']]);
    expect(await errorsWith(['brand', '-', '-'])).toEqual([['imports.missing-column', null]]);
  });
});

describe('the errors of a file', () => {
  it('are grouped by kind, with the sections that are missing, and written as CSV', async () => {
    const view = await store.importFile(
      [
        'section,name,unit,price',
        'Nowhere,Kiwi,kg,45',
        'All / Food > Elsewhere,Fig,kg,45',
        'Nowhere,Date,kg,45',
        'Fruits,"=1+1, two",stone,45',
        'Fruits,Plum,kg,free',
      ].join('\n'),
      { dryRun: true },
    );
    expect(view.errorGroups).toMatchObject([
      { code: 'catalog.section-not-found', column: 'section', count: 3, line: 2 },
      { code: 'field.is-in', column: 'unitType', count: 1, line: 5 },
      { code: 'imports.not-an-amount', column: 'price', count: 1, line: 6 },
    ]);
    expect(view.missingSections).toEqual([
      { name: 'Nowhere', rows: 2 },
      { name: 'Elsewhere', rows: 1 },
    ]);
    const csv = await store.services.service.errorsCsv(store.owner, view.id);
    expect(csv.split('\r\n')).toHaveLength(7);
    expect(csv).toContain('2,section,catalog.section-not-found,There is no section Nowhere.\r\n');
  });

  it('include none for sections that an admin then creates, all or none', async () => {
    const { services, admin } = store;
    const content =
      'section,name,unit,price\nGrains & more,Kiwi,kg,45\ngrains  & more,Fig,kg,45\n!!!,Date,kg,45\n';
    const { id } = await store.importFile(content, { dryRun: true, owner: admin });
    await expect(services.missingSections.run(admin, id)).rejects.toMatchObject({ kind: 'rule' });
    const mended = await store.importFile(content.replace('!!!', 'Sweets'), { dryRun: true, owner: admin });
    expect(mended.missingSections).toHaveLength(3);
    await services.missingSections.run(admin, mended.id);
    await services.run.run(mended.id);
    expect(await services.service.view(admin, mended.id)).toMatchObject({ status: 'done', added: 3 });
  });
});

it('reads the export of another program', async () => {
  const view = await store.importFile(
    [
      'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Variant SKU,Variant Inventory Qty,Variant Price,Image Src',
      'kiwi,Kiwi Gold,<p>Sweet</p>,Zespa,Fruits,new,TRUE,K-1,12,45.00,https://example.com/1.png',
      'kiwi,,,,,,,,,,https://example.com/2.png',
    ].join('\n'),
    { dryRun: true },
  );
  expect(view).toMatchObject({
    status: 'done',
    added: 1,
    counted: 1,
    reading: { source: 'preset', preset: 'Shopify' },
  });
  expect(await store.rowsOf(view)).toMatchObject([
    { section: 'Fruits', name: 'Kiwi Gold', unitType: 'piece', ratePerUnit: 4500, counted: 12 },
  ]);
});

it('reads what the store exports, without a change, also without a check', async () => {
  await store.importFile(
    [
      'section,name,unitType,price,quantityStep,maxPerOrder,brand,description,manufacturedOn,bestBefore,published,delivery',
      'Fruits,Kiwi,kg,145.50,0.25,10,"=Zespa, Ltd","Sweet, ""golden""\nand ripe",2026-01-05,2026-02-05,false,12.25',
      'Dals & Pulses,मूंग दाल,pack,120.05,1,,,,,,true,',
    ].join('\n'),
  );
  const before = await store.products();
  const exports = createExportServices(store.database, store.location.dataDir, store.clock);
  const id = await exports.request.run(store.owner, { kind: 'products', withBom: true });
  await exports.run.run(id);
  const content = await buffer((await exports.service.file(store.owner, id)).stream);
  expect(content.toString()).toContain(',price (INR),');
  expect(content.toString()).toContain(',145.50,');

  for (const dryRun of [true, false])
    expect(await store.importFile(content, { dryRun })).toMatchObject({
      status: 'done',
      rowsTotal: 2,
      added: 0,
      updated: 0,
      counted: 0,
    });
  expect(await store.products()).toEqual(before);
});
