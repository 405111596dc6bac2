import { setImmediate } from 'node:timers/promises';
import { sql } from '../../src/platform/database/transaction.js';
import { HEADER, ImportStore } from '../support/actions/imports.js';
import { inScope } from '../support/scope.js';
import { sleep, measureDuration } from '../support/servers/processes.js';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

const COUNT = inScope({ essential: 5000, all: 50_000 });

describe(`an import of ${COUNT} products`, () => {
  const line = (n: number): string =>
    `${n % 2 === 0 ? 'fruits' : 'Dals & Pulses'},Ware ${n} of ${n % 97},kg,${4000 + (n % 500)},0.25,${10 + (n % 7)},"Fresh, from field ${n % 1000}, and washed."`;
  const file = (invalidRows: ReadonlyMap<number, string>): string =>
    [HEADER, ...Array.from({ length: COUNT }, (_, n) => invalidRows.get(n) ?? line(n))].join('\r\n');

  it('changes nothing with three invalid rows, and applies all corrected rows with balanced books', async () => {
    const invalidRows = new Map([
      [3, 'fruits,Bad rate,kg,12.50,1,1,'],
      [COUNT / 2, 'Nowhere,Bad section,kg,12,1,1,'],
      [COUNT - 2, 'fruits,Bad step,kg,12,0,1,'],
    ]);
    const view = await store.importFile(file(invalidRows));
    expect(view).toMatchObject({ status: 'invalid', errorCount: 3, rowsTotal: COUNT, added: 0 });
    expect((await store.errorsOf(view)).map(({ line, column, code }) => [line, column, code])).toEqual([
      [5, 'ratePerUnit', 'field.is-int'],
      [COUNT / 2 + 2, 'section', 'catalog.section-not-found'],
      [COUNT, 'quantityStep', 'field.is-not-in'],
    ]);
    expect(await store.countProducts()).toBe(0);
    expect(await store.findBookDiscrepancies()).toEqual([]);

    const run = await whileItRuns(() => store.importFile(file(new Map())));
    expect(run.result).toMatchObject({
      status: 'done',
      added: COUNT,
      updated: 0,
      deliveries: COUNT,
      percent: 100,
    });
    expect(await store.countProducts()).toBe(COUNT);
    expect(await store.findBookDiscrepancies()).toEqual([]);
    expect(await store.countMatches('ware')).toBe(COUNT);
    expect(await store.countMatches('washed ware')).toBe(COUNT);
    const total = await store.database.read.row<{ n: number }>(
      sql`SELECT CAST(sum(delta) AS bigint) AS n FROM stock_movements WHERE reason = 'import'`,
    );
    expect(total?.n).toBe(
      Array.from({ length: COUNT }, (_, n) => (10 + (n % 7)) * 1000).reduce((a, b) => a + b),
    );
    // With one writer at a time, a checkout waits but is not refused. Reads are hardly affected.
    expect(run.read).toBeLessThan(run.ms / 2);
  });
});

describe('an import file', () => {
  it('adds products, updates them by ID or by section and name, and records deliveries', async () => {
    await store.importFile(
      `${HEADER}\nFruits,Mango,kg,9000,0.5,10,Sweet\nfruits,Papaya,piece,4000,1,,\nFruits,Guava,kg,5000,1,,`,
    );
    const [, mango] = await store.products();
    expect(mango).toMatchObject({ name: 'Mango', slug: 'mango', quantity_available: 10_000, version: 1 });
    const view = await store.importFile(
      [
        'id,version,section,name,ratePerUnit,delivery,brand',
        `${mango?.id ?? ''},1,,Alphonso mango,,2.5,Ratna`,
        ',,fruits,papaya,4500,,',
      ].join('\n'),
    );
    expect(view).toMatchObject({ status: 'done', added: 0, updated: 2, deliveries: 1, rowsTotal: 2 });
    const [alphonso, guava, papaya] = await store.products();
    expect(alphonso).toMatchObject({
      name: 'Alphonso mango',
      brand: 'Ratna',
      quantity_available: 12_500,
      version: 2,
    });
    expect(alphonso).toMatchObject({ rate_per_unit: 9000, slug: 'alphonso-mango' });
    expect(guava).toMatchObject({ version: 1 });
    expect(papaya).toMatchObject({ rate_per_unit: 4500, version: 2, quantity_available: 0 });
    expect(JSON.parse(`${alphonso?.card ?? ''}}`)).toMatchObject({
      name: 'Alphonso mango',
      sectionName: 'Fruits',
    });
    expect([
      await store.countMatches('alphonso'),
      await store.countMatches('ratna'),
      await store.countMatches('papaya'),
    ]).toEqual([1, 1, 1]);
    expect(await store.findBookDiscrepancies()).toEqual([]);
  });

  it('skips each column with the heading -, whatever its content', async () => {
    const latin1 = Buffer.from(
      '-,section,name,-,unitType,ratePerUnit\nCaf\xe9,Fruits,Mango,\0,kg,9000',
      'latin1',
    );
    expect(await store.importFile(latin1)).toMatchObject({ status: 'done', added: 1 });
    expect(await store.products()).toMatchObject([{ name: 'Mango', rate_per_unit: 9000 }]);
  });

  it('leaves unchanged products alone, and clears fields that are blank', async () => {
    await store.importFile(`${HEADER}\nFruits,Mango,kg,9000,0.5,,Sweet`);
    expect(await store.importFile(`${HEADER}\nFruits,Mango,kg,9000,0.5,,Sweet`)).toMatchObject({
      updated: 0,
      added: 0,
    });
    expect(await store.importFile(`section,name\nFruits,Mango`)).toMatchObject({ updated: 0 });
    expect((await store.products())[0]).toMatchObject({ version: 1, description: 'Sweet' });
    expect(await store.importFile(`section,name,description\nFruits,Mango,`)).toMatchObject({ updated: 1 });
    expect((await store.products())[0]).toMatchObject({ version: 2, description: '' });
  });

  it('keeps the brand, which a blank cell clears, if it has no such column', async () => {
    await store.importFile('section,name,unitType,ratePerUnit,brand\nFruits,Mango,kg,1,Ratna');
    expect(await store.importFile('section,name,delivery\nFruits,Mango,2')).toMatchObject({ updated: 0 });
    expect((await store.products())[0]).toMatchObject({ version: 1, brand: 'Ratna' });
    expect(await store.importFile('section,name,brand\nFruits,Mango,')).toMatchObject({ updated: 1 });
    expect((await store.products())[0]).toMatchObject({ version: 2, brand: '' });
  });

  it('reads other names that commas or semicolons separate, and clears them by a blank cell', async () => {
    await store.importFile(
      'section,name,unitType,ratePerUnit,other names\nFruits,Mango,kg,1,"Aam; Mampazham, आम ,Aam"',
    );
    expect((await store.products())[0]).toMatchObject({ other_names: 'Aam, Mampazham, आम' });
    const same = 'section,name,Andere Namen\nFruits,Mango,"Aam, Mampazham, आम"';
    expect(await store.importFile(same)).toMatchObject({ updated: 0 });
    expect(await store.importFile(`section,name,otherNames\nFruits,Mango,`)).toMatchObject({ updated: 1 });
    expect((await store.products())[0]).toMatchObject({ other_names: '' });
    const long = `section,name,otherNames\nFruits,Mango,${'a'.repeat(61)}`;
    expect(await store.importFile(long)).toMatchObject({ status: 'invalid' });
  });

  it('only reports its effect in a dry run', async () => {
    const view = await store.importFile(`${HEADER}\nFruits,Mango,kg,9000,0.5,10,`, { dryRun: true });
    expect(view).toMatchObject({ status: 'done', dryRun: true, added: 1, deliveries: 1, percent: 100 });
    expect(await store.countProducts()).toBe(0);
    expect(
      await store.database.read.rows(sql`SELECT id FROM audit_entries WHERE subject_id = ${view.id}`),
    ).toEqual([]);
  });

  it('gives unique slugs to two products with one name, and writes an audit entry', async () => {
    const view = await store.importFile(`${HEADER}\nFruits,Mango,kg,1,1,,\nDals & Pulses,Mango,kg,1,1,,`);
    const slugs = (await store.products()).map((product) => product.slug).sort();
    expect(slugs).toEqual(['mango', expect.stringMatching(/^mango-[0-9a-f]{8}$/)]);
    const entries = await store.database.read.rows<{ action: string; after: string }>(
      sql`SELECT action, after FROM audit_entries WHERE subject_id = ${view.id}`,
    );
    expect(
      entries.map(({ action, after }) => [action, (JSON.parse(after) as { added: number }).added]),
    ).toEqual([['catalog.products-imported', 2]]);
  });

  it('removes the apostrophe that an export puts before a formula', async () => {
    await store.importFile(
      `section,name,unitType,ratePerUnit,brand\nFruits,'=1+1,kg,1,'@home\nFruits,'Tis,kg,1,`,
    );
    const [first, second] = await store.products();
    expect([first, second]).toMatchObject([
      { name: "'Tis", brand: '' },
      { name: '=1+1', brand: '@home' },
    ]);
  });
});

/** Measures the longest wait of a concurrent read and a concurrent write during some work, in milliseconds. */
async function whileItRuns<T>(
  work: () => Promise<T>,
): Promise<{ result: T; read: number; write: number; ms: number }> {
  const { database } = store;
  const state = { isDone: false };
  let [read, write] = [0, 0];
  const reading = (async () => {
    while (!state.isDone) {
      read = Math.max(
        read,
        await measureDuration(() => database.read.row(sql`SELECT 1 AS one`).then(() => setImmediate())),
      );
      await sleep(20);
    }
  })();
  const writing = (async () => {
    while (!state.isDone) {
      write = Math.max(
        write,
        await measureDuration(() => database.write(sql`UPDATE users SET last_activity = 1`)),
      );
      await sleep(20);
    }
  })();
  const startedAt = performance.now();
  const result = await work().finally(() => (state.isDone = true));
  await Promise.all([reading, writing]);
  return { result, read, write, ms: performance.now() - startedAt };
}
