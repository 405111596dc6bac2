import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { newId } from '../src/common/id.js';
import type { Database } from '../src/database/database.js';
import { sql } from '../src/database/transaction.js';
import type { ImportErrorView, ImportView } from '../src/imports/imports.dto.js';
import { ImportNotCancellable, ImportNotFound } from '../src/imports/imports.errors.js';
import { WorkUnderWay } from '../src/jobs/claims.js';
import { faultsOfBooks } from './setup/books.js';
import { openTestDatabase } from './setup/database.js';
import { newPlace, type Place } from './setup/engine.js';
import { staff } from './setup/exporting.js';
import { importingOn, type Importing } from './setup/importing.js';
import { sleep } from './setup/processes.js';
import { rowsOf } from './setup/rows.js';
import { TestClock } from './setup/test-clock.js';

const HEADER = 'section,name,unitType,ratePerUnit,quantityStep,delivery,description';

let place: Place;
let database: Database;
let importing: Importing;
const clock = new TestClock();
const owner = staff(newId());

beforeAll(async () => {
  place = await newPlace();
  database = await openTestDatabase(place);
  importing = importingOn(database, place.dataDir, clock);
  await database.write(sql`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES (${owner.id}, 'asha', 'asha', 'a@example.com', 'a@example.com', 'Asha', '-', 'store_manager', 'approved', 'en-IN', 0)`);
  for (const [name, key, slug] of [
    ['Dals & Pulses', 'dals pulses', 'dals-pulses'],
    ['Fruits', 'fruits', 'fruits'],
  ]) {
    await database.write(sql`
      INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
      VALUES (${newId()}, ${name}, ${key}, ${slug}, '', 1, 0)`);
  }
});

afterEach(async () => {
  jest.restoreAllMocks();
  for (const table of [
    sql`stock_movements`,
    sql`product_search`,
    sql`products`,
    sql`import_errors`,
    sql`imports`,
  ])
    await database.write(sql`DELETE FROM ${table}`);
});

async function imported(content: string | Buffer, dryRun = false): Promise<ImportView> {
  const id = await importing.receive(owner.id, content, dryRun);
  await importing.run.run(id);
  return importing.service.view(owner, id);
}

async function errorsOf({ id }: ImportView): Promise<ImportErrorView[]> {
  return (await importing.service.errors(owner, id, { page: 1, pageSize: 100 })).items;
}

/** What is wrong with a file, shortly. */
async function faults(content: string | Buffer): Promise<string[]> {
  const view = await imported(content);
  expect(view.status).toBe('invalid');
  expect(await counted()).toBe(0);
  return (await errorsOf(view)).map(({ line, column, code }) => `${line} ${column ?? '-'} ${code}`);
}

interface ProductRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly brand: string;
  readonly rate_per_unit: number;
  readonly quantity_available: number;
  readonly version: number;
  readonly card: string;
}

const products = (): Promise<ProductRow[]> =>
  database.read.rows<ProductRow>(sql`SELECT * FROM products ORDER BY name`);

async function counted(): Promise<number> {
  const row = await database.read.row<{ n: number }>(sql`SELECT count(*) AS n FROM products`);
  return row?.n ?? -1;
}

async function foundBy(typed: string): Promise<number> {
  const terms = importing.search.terms(typed);
  return (await database.read.rows(importing.search.matches(database.read, terms))).length;
}

const books = (): Promise<string[]> =>
  faultsOfBooks({ rows: (statement: string) => rowsOf(place, statement, []) });

describe('fifty thousand products', () => {
  const COUNT = 50_000;
  const line = (n: number): string =>
    `${n % 2 === 0 ? 'fruits' : 'Dals & Pulses'},Ware ${n} of ${n % 97},kg,${4000 + (n % 500)},0.25,${10 + (n % 7)},"Fresh, from field ${n % 1000}, and washed."`;
  const file = (bad: ReadonlyMap<number, string>): string =>
    [HEADER, ...Array.from({ length: COUNT }, (_, n) => bad.get(n) ?? line(n))].join('\r\n');

  it('with three bad rows change nothing and are told; mended, they are all there, and the books balance', async () => {
    const bad = new Map([
      [3, 'fruits,Bad rate,kg,12.50,1,1,'],
      [25_000, 'Nowhere,Bad section,kg,12,1,1,'],
      [49_998, 'fruits,Bad step,kg,12,0,1,'],
    ]);
    const view = await imported(file(bad));
    expect(view).toMatchObject({ status: 'invalid', errorCount: 3, rowsTotal: COUNT, added: 0 });
    expect((await errorsOf(view)).map(({ line, column, code }) => [line, column, code])).toEqual([
      [5, 'ratePerUnit', 'field.is-int'],
      [25_002, 'section', 'catalog.section-not-found'],
      [50_000, 'quantityStep', 'field.is-not-in'],
    ]);
    expect(await counted()).toBe(0);
    expect(await books()).toEqual([]);

    const waited = await whileItRuns(() => imported(file(new Map())));
    expect(waited.result).toMatchObject({
      status: 'done',
      added: COUNT,
      updated: 0,
      deliveries: COUNT,
      percent: 100,
    });
    expect(await counted()).toBe(COUNT);
    expect(await books()).toEqual([]);
    expect(await foundBy('ware 49999')).toBe(1);
    expect(await foundBy('washed')).toBe(COUNT);
    const total = await database.read.row<{ n: number }>(
      sql`SELECT CAST(sum(delta) AS bigint) AS n FROM stock_movements WHERE reason = 'import'`,
    );
    expect(total?.n).toBe(
      Array.from({ length: COUNT }, (_, n) => (10 + (n % 7)) * 1000).reduce((a, b) => a + b),
    );
    // A checkout waits where there is one writer at a time, and is not refused. Readers hardly notice.
    expect(waited.read).toBeLessThan(waited.ms / 2);
  }, 300_000);
});

describe('a file', () => {
  it('adds, updates by id or by section and name, and takes in deliveries', async () => {
    await imported(
      `${HEADER}\nFruits,Mango,kg,9000,0.5,10,Sweet\nfruits,Papaya,piece,4000,1,,\nFruits,Guava,kg,5000,1,,`,
    );
    const [, mango] = await products();
    expect(mango).toMatchObject({ name: 'Mango', slug: 'mango', quantity_available: 10_000, version: 1 });
    const view = await imported(
      [
        'id,version,section,name,ratePerUnit,delivery,brand',
        `${mango?.id ?? ''},1,,Alphonso mango,,2.5,Ratna`,
        ',,fruits,papaya,4500,,',
        ',,dals-pulses,Toor dal,100,,',
      ]
        .slice(0, 3)
        .join('\n'),
    );
    expect(view).toMatchObject({ status: 'done', added: 0, updated: 2, deliveries: 1, rowsTotal: 2 });
    const [alphonso, guava, papaya] = await products();
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
    expect([await foundBy('alphonso'), await foundBy('ratna'), await foundBy('papaya')]).toEqual([1, 1, 1]);
    expect(await books()).toEqual([]);
  });

  it('changes nothing where it says what is so already, and clears what it leaves blank', async () => {
    await imported(`${HEADER}\nFruits,Mango,kg,9000,0.5,,Sweet`);
    expect(await imported(`${HEADER}\nFruits,Mango,kg,9000,0.5,,Sweet`)).toMatchObject({
      updated: 0,
      added: 0,
    });
    expect(await imported(`section,name\nFruits,Mango`)).toMatchObject({ updated: 0 });
    expect((await products())[0]).toMatchObject({ version: 1, description: 'Sweet' });
    expect(await imported(`section,name,description\nFruits,Mango,`)).toMatchObject({ updated: 1 });
    expect((await products())[0]).toMatchObject({ version: 2, description: '' });
  });

  it('only tells what it would do where it is a dry run', async () => {
    const view = await imported(`${HEADER}\nFruits,Mango,kg,9000,0.5,10,`, true);
    expect(view).toMatchObject({ status: 'done', dryRun: true, added: 1, deliveries: 1, percent: 100 });
    expect(await counted()).toBe(0);
    expect(await database.read.rows(sql`SELECT id FROM audit_entries WHERE subject_id = ${view.id}`)).toEqual(
      [],
    );
  });

  it('gives an address to each of two products with one name, and keeps the audit log', async () => {
    const view = await imported(`${HEADER}\nFruits,Mango,kg,1,1,,\nDals & Pulses,Mango,kg,1,1,,`);
    const slugs = (await products()).map((product) => product.slug).sort();
    expect(slugs).toEqual(['mango', expect.stringMatching(/^mango-[0-9a-f]{8}$/)]);
    const entries = await database.read.rows<{ action: string; after: string }>(
      sql`SELECT action, after FROM audit_entries WHERE subject_id = ${view.id}`,
    );
    expect(
      entries.map(({ action, after }) => [action, (JSON.parse(after) as { added: number }).added]),
    ).toEqual([['catalog.products-imported', 2]]);
  });

  it('takes an apostrophe away that an export has put before a formula', async () => {
    await imported(`section,name,unitType,ratePerUnit,brand\nFruits,'=1+1,kg,1,'@home\nFruits,'Tis,kg,1,`);
    const [first, second] = await products();
    expect([first, second]).toMatchObject([
      { name: "'Tis", brand: '' },
      { name: '=1+1', brand: '@home' },
    ]);
  });
});

describe('a bad row', () => {
  it('is told with its line, its column and the reason, all of them at once', async () => {
    const bad = [
      HEADER,
      'Fruits,Mango,kg,9000,0.5,10,"two',
      'lines"',
      '',
      'Fruits,Apple,stone,9000,0.5,10,',
      'Fruits,Pear,kg,9000',
      'Fruits,Plum,kg,-1,0.0001,-3,',
      'Nowhere,Fig,kg,1,1,,',
      'fruits,MANGO,kg,1,1,,',
      'Fruits,!!!,kg,1,1,,',
      'Fruits,Kiwi,,,1,,',
      'Fruits,Lime"s,kg,1,1,,',
      'Fruits,Date,kg,1,1,99999,',
    ];
    expect(await faults(bad.join('\r\n'))).toEqual([
      '5 unitType field.is-in',
      '6 - imports.cell-count',
      '7 delivery field.is-quantity',
      '7 ratePerUnit field.min',
      '7 quantityStep field.is-quantity',
      '8 section catalog.section-not-found',
      '9 - imports.product-twice',
      '10 name catalog.name-without-letters',
      '11 unitType imports.needed-for-new',
      '11 ratePerUnit imports.needed-for-new',
      '12 - imports.stray-quote',
    ]);
  });

  it('is one about a product that is not there, has changed since, or whose new name another has', async () => {
    await imported(`${HEADER}\nFruits,Mango,kg,1,1,,\nFruits,Papaya,kg,1,1,,`);
    const [mango, papaya] = await products();
    const view = await imported(
      [
        'id,version,name',
        `${newId()},1,Ghost`,
        `${mango?.id ?? ''},7,Mangoes`,
        `${papaya?.id ?? ''},1,Mango`,
        'not-an-id,1,x',
      ].join('\n'),
    );
    expect(
      (await errorsOf(view)).map(({ line, column, code }) => `${line} ${column ?? '-'} ${code}`),
    ).toEqual([
      '2 id catalog.product-not-found',
      '3 version request.stale-version',
      '4 name catalog.product-name-taken',
      '5 id field.is-id',
    ]);
  });

  it.each<[string, string | Buffer, string[]]>([
    ['nothing', '', ['1 - imports.empty']],
    ['headings alone', HEADER, ['1 - imports.empty']],
    ['a heading that nobody knows', 'section,name,colour\na,b,c', ['1 colour imports.unknown-column']],
    ['a heading twice', 'section,name,name\na,b,c', ['1 name imports.column-twice']],
    ['too few headings', 'name,ratePerUnit\na,1', ['1 - imports.missing-column']],
    [
      'stock that it would set',
      'id,quantityAvailable\n1,2',
      ['1 quantityAvailable imports.stock-by-deliveries'],
    ],
    ['semicolons', 'section;name\na;b', ['1 section;name imports.unknown-column']],
    ['a quote that is not closed', `${HEADER}\nFruits,"Mango,kg\nx,y`, ['2 - imports.unclosed-quote']],
    [
      'NUL bytes',
      `section,name,unitType,ratePerUnit\nFruits,Ma\0ngo,kg,1`,
      ['2 name field.unwritable-character'],
    ],
    [
      'Latin-1',
      Buffer.from('section,name,unitType,ratePerUnit\nFruits,Caf\xe9,kg,1', 'latin1'),
      ['2 name imports.not-utf8'],
    ],
    [
      'UTF-16',
      Buffer.from('\ufeffsection,name\nFruits,a', 'utf16le'),
      ['1 ??s?e?c?t?i?o?n? imports.unknown-column', '1 ?n?a?m?e? imports.unknown-column'],
    ],
    [
      'a cell of ten megabytes',
      `section,name,description\nFruits,Mango,${'x'.repeat(10_000_000)}\nFruits,Apple,kg`,
      ['2 - imports.too-long', '3 unitType imports.needed-for-new', '3 ratePerUnit imports.needed-for-new'],
    ],
    ['a million commas', `section,name\n${','.repeat(1_000_000)}`, ['2 - imports.too-long']],
  ])('is told of a file with %s', async (_, content, expected) => {
    expect(await faults(content)).toEqual(expected);
  });

  it('is told of ten thousand times, and counted beyond', async () => {
    const rows = Array.from({ length: 10_050 }, (_, n) => `Nowhere,Ware ${n},kg,1`);
    const view = await imported(`section,name,unitType,ratePerUnit\n${rows.join('\n')}`);
    expect(view.errorCount).toBe(10_050);
    const { total } = await importing.service.errors(owner, view.id, { page: 1, pageSize: 1 });
    expect(total).toBe(10_000);
  });
});

it.each(['\r', '\n', '\r\n'])(
  'reads lines that end with %j, with a byte order mark and without',
  async (end) => {
    const rows = [HEADER, 'Fruits,Mango,kg,1,1,1,', 'Fruits,Apple,kg,1,1,1,'];
    expect(await imported(`\ufeff${rows.join(end)}`)).toMatchObject({ status: 'done', added: 2 });
    expect(await imported(rows.join(end))).toMatchObject({ status: 'done', added: 0, deliveries: 2 });
  },
);

describe('at the same time', () => {
  const rows = Array.from({ length: 600 }, (_, n) => `Fruits,Ware ${n},kg,1,1,1,`);
  const content = [HEADER, ...rows].join('\n');

  it('one import that is delivered several times is applied once', async () => {
    const id = await importing.receive(owner.id, content);
    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => importing.run.run(id)));
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason as Error] : [],
    );
    expect(refused.map((error) => error.constructor)).toEqual([WorkUnderWay, WorkUnderWay, WorkUnderWay]);
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({ status: 'done', added: 600 });
    expect(await counted()).toBe(600);
    expect(await books()).toEqual([]);
    expect(await readdir(join(place.dataDir, 'imports'))).toEqual([]);
  });

  it('an import that died is begun anew, and what it had not committed is not there', async () => {
    const id = await importing.receive(owner.id, content);
    const learn = jest.spyOn(importing.search, 'learn').mockRejectedValueOnce(new Error('the power went'));
    await expect(importing.run.run(id)).rejects.toThrow('the power went');
    expect(learn).toHaveBeenCalledTimes(1);
    expect(await counted()).toBe(0);
    // So a process that is killed would leave it.
    await database.write(
      sql`UPDATE imports SET status = 'applying', lease_until = ${clock.now() + 1000} WHERE id = ${id}`,
    );
    await expect(importing.run.run(id)).rejects.toThrow(WorkUnderWay);
    clock.advance(1001);
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({ status: 'done', added: 600 });
    expect(await books()).toEqual([]);
  });

  it('an edit between validating and applying is seen, and then nothing is applied', async () => {
    await imported(content);
    const [ware] = await products();
    const again = rows.map((row) => row.replace(',1,1,1,', ',2,1,1,')).join('\n');
    const stale = `version,${HEADER}\n${again.replaceAll('Fruits', '1,Fruits')}`;
    const validate = importing.validation.run.bind(importing.validation);
    jest.spyOn(importing.validation, 'run').mockImplementationOnce(async (...given) => {
      const validated = await validate(...given);
      await database.write(sql`UPDATE products SET version = 2 WHERE id = ${ware?.id}`);
      return validated;
    });
    const view = await imported(stale);
    expect(view).toMatchObject({ status: 'invalid', errorCount: 1 });
    expect((await errorsOf(view))[0]).toMatchObject({
      line: 2,
      column: 'version',
      code: 'request.stale-version',
    });
    expect((await products()).every((product) => product.rate_per_unit === 1)).toBe(true);
    expect(await books()).toEqual([]);
  });

  it('orders for what is imported go on, and no stock is lost', async () => {
    await imported(content);
    const [ware] = await products();
    const take = (): Promise<number> =>
      database.transaction(async (tx) => {
        await tx.execute(
          sql`UPDATE products SET quantity_available = quantity_available - 1 WHERE id = ${ware?.id}`,
        );
        return tx.execute(sql`
          INSERT INTO stock_movements (id, product_id, delta, reason, at) VALUES (${newId()}, ${ware?.id}, -1, 'waste', 1)`);
      });
    const [view] = await Promise.all([imported(content), ...Array.from({ length: 20 }, take)]);
    expect(view).toMatchObject({ status: 'done', deliveries: 600 });
    expect((await products())[0]?.quantity_available).toBe(2000 - 20);
    expect(await books()).toEqual([]);
  });
});

describe('an import', () => {
  it('is cancelled before anything is applied, and not after', async () => {
    const id = await importing.receive(owner.id, `${HEADER}\nFruits,Mango,kg,1,1,,`);
    await expect(importing.cancel.run(staff(newId()), id)).rejects.toThrow(ImportNotFound);
    await importing.cancel.run(owner, id);
    await importing.run.run(id);
    expect((await importing.service.view(owner, id)).status).toBe('cancelled');
    expect(await counted()).toBe(0);
    await expect(importing.cancel.run(owner, id)).rejects.toThrow(ImportNotCancellable);
    expect(await readdir(join(place.dataDir, 'imports'))).toEqual([]);
  });

  it('that is cancelled while it is validated applies nothing', async () => {
    const id = await importing.receive(owner.id, `${HEADER}\nFruits,Mango,kg,1,1,,`);
    const validate = importing.validation.run.bind(importing.validation);
    jest.spyOn(importing.validation, 'run').mockImplementationOnce(async (...given) => {
      await importing.cancel.run(owner, id);
      return validate(...given);
    });
    await importing.run.run(id);
    expect((await importing.service.view(owner, id)).status).toBe('cancelled');
    expect(await counted()).toBe(0);
  });

  it('fails plainly where its file is gone, and is forgotten after some months', async () => {
    const id = await importing.receive(owner.id, 'x');
    await importing.files.remove(id);
    await importing.run.run(id);
    expect(await importing.service.view(owner, id)).toMatchObject({
      status: 'failed',
      error: { code: 'imports.file-gone' },
    });
    clock.advance(91 * 24 * 3_600_000);
    await importing.expire.run();
    await expect(importing.service.view(owner, id)).rejects.toThrow(ImportNotFound);
  });
});

/** The longest that a read and a write of somebody else had to wait while something ran, in milliseconds. */
async function whileItRuns<T>(
  work: () => Promise<T>,
): Promise<{ result: T; read: number; write: number; ms: number }> {
  const state = { isDone: false };
  let [read, write] = [0, 0];
  const timed = async (act: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await act();
    return performance.now() - began;
  };
  const reading = (async () => {
    while (!state.isDone) {
      read = Math.max(
        read,
        await timed(() => database.read.row(sql`SELECT 1 AS one`).then(() => setImmediate())),
      );
      await sleep(20);
    }
  })();
  const writing = (async () => {
    while (!state.isDone) {
      write = Math.max(write, await timed(() => database.write(sql`UPDATE users SET last_activity = 1`)));
      await sleep(20);
    }
  })();
  const began = performance.now();
  const result = await work().finally(() => (state.isDone = true));
  await Promise.all([reading, writing]);
  return { result, read, write, ms: performance.now() - began };
}
