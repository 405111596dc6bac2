import { readFile } from 'node:fs/promises';
import { sql } from '../../src/platform/database/transaction.js';
import type { ImportView } from '../../src/imports/imports.dto.js';
import { HEADER, ImportStore } from '../support/actions/imports.js';

const PRICES = 'section,name,unitType,price';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

/** Applies a checked import and returns its result. */
async function apply({ id }: ImportView, body: object = {}): Promise<ImportView> {
  await store.services.apply.run(store.owner, id, body);
  await store.services.run.run(id);
  return store.services.service.view(store.owner, id);
}

describe('the column price', () => {
  it('is in the major unit, as a supplier writes it', async () => {
    const supplier = await readFile('test/fixtures/imports/supplier-rupees.csv', 'utf8');
    const file = supplier
      .replace('Section,Item,Price,Unit,Qty', 'section,name,price,unitType,delivery')
      .replace('Vegetables', 'Dals & Pulses');
    const view = await store.importFile(file, { dryRun: true });
    expect(view).toMatchObject({ status: 'done', added: 3, rateChanges: 0 });
    const kiwi = {
      ...{ unitType: 'piece', unitBefore: null, rateBefore: null, notice: null },
      ...{ counted: null, onHandBefore: null, changes: [] },
    };
    expect(await store.rowsOf(view)).toEqual([
      { ...kiwi, line: 2, section: 'Fruits', name: 'Kiwi Gold', ratePerUnit: 4500, delivery: 20 },
      { ...kiwi, line: 3, section: 'Fruits', name: 'Kiwi Green', ratePerUnit: 3850, delivery: 12 },
      {
        ...{ ...kiwi, unitType: 'kg', line: 4, section: 'Dals & Pulses', name: 'Ivy Gourd' },
        ...{ ratePerUnit: 112_000, delivery: 8.5 },
      },
    ]);
    expect(await store.countProducts()).toBe(0);
    expect(await apply(view)).toMatchObject({ status: 'done', added: 3 });
    expect((await store.products()).map(({ name, rate_per_unit: rate }) => [name, rate])).toEqual([
      ['Ivy Gourd', 112_000],
      ['Kiwi Gold', 4500],
      ['Kiwi Green', 3850],
    ]);
  });

  it('means the same as the minor units of ratePerUnit, which stay as they are', async () => {
    await store.importFile(`${PRICES}\nFruits,Mango,kg,45`);
    const view = await store.importFile('section,name,unitType,ratePerUnit\nFruits,Mango,kg,4500', {
      dryRun: true,
    });
    expect(view).toMatchObject({ status: 'done', updated: 0 });
    expect(await store.rowsOf(view)).toEqual([]);
  });

  it('keeps the rate where it is blank, and needs one for a new product', async () => {
    await store.importFile(`${PRICES}\nFruits,Mango,kg,45`);
    expect(await store.importFile(`${PRICES}\nFruits,Mango,kg,`)).toMatchObject({ updated: 0 });
    const view = await store.importFile(`${PRICES}\nFruits,Fig,kg,`);
    expect(await store.errorsOf(view)).toMatchObject([{ column: 'price', code: 'imports.needed-for-new' }]);
  });

  it('refuses what is no amount, what is too high, and a second column of rates', async () => {
    const cells = ['free', '-1', '"38,50"', '45.123', '$45', '99999999'];
    const view = await store.importFile(
      [PRICES, ...cells.map((cell, i) => `Fruits,Ware ${i},kg,${cell}`)].join('\n'),
    );
    expect((await store.errorsOf(view)).map(({ line, column, code }) => [line, column, code])).toEqual([
      ...[2, 3, 4, 5, 6].map((line) => [line, 'price', 'imports.not-an-amount']),
      [7, 'price', 'imports.price-too-high'],
    ]);
    const both = await store.importFile('section,name,price,ratePerUnit\nFruits,Mango,45,4500');
    expect(await store.errorsOf(both)).toMatchObject([
      { line: 1, column: 'price', code: 'imports.two-rates' },
    ]);
  });
});

describe('a rate that changes more than fivefold', () => {
  const before = `${PRICES}\nFruits,Mango,kg,45\nFruits,Papaya,kg,100\nFruits,Fig,piece,10`;
  const after = `${PRICES}\nFruits,Mango,kg,0.45\nFruits,Papaya,kg,500\nFruits,Fig,piece,51`;

  beforeEach(async () => {
    expect(await store.importFile(before)).toMatchObject({ status: 'done', added: 3 });
  });

  it('is pointed out, counted, and applied only if it is confirmed', async () => {
    const view = await store.importFile(after, { dryRun: true });
    expect(view).toMatchObject({ status: 'done', updated: 3, rateChanges: 2 });
    expect(
      (await store.rowsOf(view)).map(({ name, rateBefore, ratePerUnit, notice }) => [
        name,
        rateBefore,
        ratePerUnit,
        notice,
      ]),
    ).toEqual([
      ['Mango', 4500, 45, 'rate-changed-fivefold'],
      ['Papaya', 10_000, 50_000, null],
      ['Fig', 1000, 5100, 'rate-changed-fivefold'],
    ]);
    expect((await store.rowsOf(view, true)).map(({ name }) => name)).toEqual(['Mango', 'Fig']);
    await expect(apply(view)).rejects.toMatchObject({ code: 'imports.rates-unconfirmed', kind: 'conflict' });
    expect((await store.products()).map(({ rate_per_unit: rate }) => rate)).toEqual([1000, 4500, 10_000]);

    expect(await apply(view, { confirmRateChanges: true })).toMatchObject({ status: 'done', updated: 3 });
    expect((await store.products()).map(({ rate_per_unit: rate }) => rate)).toEqual([5100, 45, 50_000]);
  });

  it('is not applied if it became one after a person looked', async () => {
    const view = await store.importFile(`${PRICES}\nFruits,Mango,kg,0.45\nFruits,Papaya,kg,101`, {
      dryRun: true,
    });
    expect(view).toMatchObject({ rateChanges: 1 });
    await store.database.write(sql`UPDATE products SET rate_per_unit = 1 WHERE name = 'Papaya'`);
    const result = await apply(view, { confirmRateChanges: true });
    expect(result).toMatchObject({ status: 'invalid', errorCount: 2 });
    expect((await store.errorsOf(result)).map(({ line, code }) => [line, code])).toEqual([
      [2, 'imports.rate-changed-fivefold'],
      [3, 'imports.rate-changed-fivefold'],
    ]);
    expect((await store.products())[1]).toMatchObject({ name: 'Mango', rate_per_unit: 4500 });
  });

  it('is an error of a file that is applied without a check', async () => {
    const view = await store.importFile(after);
    expect(view).toMatchObject({ status: 'invalid', errorCount: 2 });
    const errors = await store.errorsOf(view);
    expect(errors).toMatchObject([
      { line: 2, column: 'price', code: 'imports.rate-changed-fivefold' },
      { line: 4, column: 'price', code: 'imports.rate-changed-fivefold' },
    ]);
    expect(errors[0]?.message.replace(/\s/g, ' ')).toContain('from ₹45.00 per kg to ₹0.45 per kg');
    expect((await store.products())[1]).toMatchObject({ name: 'Mango', rate_per_unit: 4500 });
  });
});

describe('a file that was applied before', () => {
  const note = `${HEADER}\nFruits,Mango,kg,9000,0.5,10,`;

  it('is known again with other headings, and applied again only if that is confirmed', async () => {
    await store.importFile(note);
    const first = await store.importFile(note.replace('description', '-'), { dryRun: true });
    expect(first.appliedBefore).toEqual({
      importId: expect.any(String) as string,
      fileName: 'products.csv',
      byName: 'asha',
      appliedAt: new Date(store.clock.now()).toISOString(),
    });
    await expect(apply(first)).rejects.toMatchObject({
      code: 'imports.file-applied-before',
      kind: 'conflict',
      parameters: { earlier: first.appliedBefore },
    });
    expect((await store.products())[0]).toMatchObject({ quantity_available: 10_000 });

    expect(await apply(first, { confirmRepeat: true })).toMatchObject({
      status: 'done',
      appliedBefore: null,
    });
    expect((await store.products())[0]).toMatchObject({ quantity_available: 20_000 });
    expect(await store.findBookDiscrepancies()).toEqual([]);
  });

  it('is not known while it is only checked, invalid or cancelled', async () => {
    await store.importFile(note, { dryRun: true });
    await store.importFile(`${HEADER}\nNowhere,Mango,kg,9000,0.5,10,`);
    const view = await store.importFile(note, { dryRun: true });
    expect(view.appliedBefore).toBeNull();
    expect(await apply(view)).toMatchObject({ status: 'done' });
  });

  it('is applied once by two people who apply it at once', async () => {
    const [first, second] = [
      await store.importFile(note, { dryRun: true }),
      await store.importFile(note, { dryRun: true }),
    ];
    const answers = await Promise.allSettled(
      [first, second].map(({ id }) => store.services.apply.run(store.owner, id)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'imports.file-applied-before', parameters: { earlier: { appliedAt: null } } },
    });
  });

  it('is known by the hash of the entire file if it was applied by an earlier release', async () => {
    await store.importFile(note);
    await store.database.write(sql`UPDATE imports SET content_sha256 = sha256`);
    expect((await store.importFile(note, { dryRun: true })).appliedBefore).not.toBeNull();
  });
});
