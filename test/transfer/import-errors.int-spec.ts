import { newId } from '../../src/platform/common/id.js';
import { HEADER, ImportStore } from '../support/actions/imports.js';

let store: ImportStore;

beforeAll(async () => {
  store = await ImportStore.open();
});

afterEach(() => store.clear());

/** Returns the errors of an invalid file in short form. */
async function errorsIn(content: string | Buffer): Promise<string[]> {
  const view = await store.importFile(content);
  expect(view.status).toBe('invalid');
  expect(await store.countProducts()).toBe(0);
  return (await store.errorsOf(view)).map(({ line, column, code }) => `${line} ${column ?? '-'} ${code}`);
}

describe('invalid rows', () => {
  it('are all reported with line, column and reason', async () => {
    const rows = [
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
    expect(await errorsIn(rows.join('\r\n'))).toEqual([
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

  it('include unknown products, stale versions and taken names', async () => {
    await store.importFile(`${HEADER}\nFruits,Mango,kg,1,1,,\nFruits,Papaya,kg,1,1,,`);
    const [mango, papaya] = await store.products();
    const view = await store.importFile(
      [
        'id,version,name',
        `${newId()},1,Ghost`,
        `${mango?.id ?? ''},7,Mangoes`,
        `${papaya?.id ?? ''},1,Mango`,
        'not-an-id,1,x',
      ].join('\n'),
    );
    expect(
      (await store.errorsOf(view)).map(({ line, column, code }) => `${line} ${column ?? '-'} ${code}`),
    ).toEqual([
      '2 id catalog.product-not-found',
      '3 version request.stale-version',
      '4 name catalog.product-name-taken',
      '5 id field.is-id',
    ]);
  });

  it.each<[string, string | Buffer, string[]]>([
    ['no content', '', ['1 - imports.empty']],
    ['only headings', HEADER, ['1 - imports.empty']],
    ['an unknown heading', 'section,name,colour\na,b,c', ['1 colour imports.unknown-column']],
    ['a duplicate heading', 'section,name,name\na,b,c', ['1 name imports.unknown-column']],
    ['too few headings', 'section,ratePerUnit\na,1', ['1 - imports.missing-column']],
    [
      'too few cells for new products',
      'name,ratePerUnit\na,1',
      ['2 section imports.needed-for-new', '2 unitType imports.needed-for-new'],
    ],
    ['the IDs of another program', 'id,name\n17,Fig', ['1 id imports.unknown-column']],
    ['too many columns', `name${',x'.repeat(200)}\na`, ['1 - imports.too-many-columns']],
    ['an unclosed quote', `${HEADER}\nFruits,"Mango,kg\nx,y`, ['2 - imports.unclosed-quote']],
    [
      'NUL bytes',
      `section,name,unitType,ratePerUnit\nFruits,Ma\0ngo,kg,1`,
      ['2 name field.unwritable-character'],
    ],
    [
      'damaged UTF-8',
      Buffer.concat([
        Buffer.from('section,name,unitType,ratePerUnit\nFruits,Käsekirsche,kg,1\nFruits,Öl,kg,1\nFruits,Caf'),
        Buffer.from([0xe9]),
        Buffer.from(',kg,1\nFruits,Süßkirsche,kg,1'),
      ]),
      ['4 name imports.not-decodable'],
    ],
    [
      'a cell of ten megabytes',
      `section,name,description\nFruits,Mango,${'x'.repeat(10_000_000)}\nFruits,Apple,kg`,
      ['2 - imports.too-long', '3 unitType imports.needed-for-new', '3 price imports.needed-for-new'],
    ],
    ['a million commas', `section,name\n${','.repeat(1_000_000)}`, ['2 - imports.too-long']],
  ])('are reported for a file with %s', async (_, content, expected) => {
    expect(await errorsIn(content)).toEqual(expected);
  });

  it('are stored up to ten thousand, and counted beyond that', async () => {
    const rows = Array.from({ length: 10_050 }, (_, n) => `Nowhere,Ware ${n},kg,1`);
    const view = await store.importFile(`section,name,unitType,ratePerUnit\n${rows.join('\n')}`);
    expect(view.errorCount).toBe(10_050);
    const { total } = await store.services.service.errors(store.owner, view.id, { page: 1, pageSize: 1 });
    expect(total).toBe(10_000);
  });
});

it.each(['\r', '\n', '\r\n'])(
  'reads lines that end with %j, with and without a byte order mark',
  async (end) => {
    const rows = [HEADER, 'Fruits,Mango,kg,1,1,1,', 'Fruits,Apple,kg,1,1,1,'];
    expect(await store.importFile(`\ufeff${rows.join(end)}`)).toMatchObject({ status: 'done', added: 2 });
    expect(await store.importFile(rows.join(end))).toMatchObject({ status: 'done', added: 0, deliveries: 2 });
  },
);
