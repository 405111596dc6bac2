import {
  ALL,
  BALANCED,
  documentOf,
  numberOf,
  TamperedStore,
  type Named,
} from '../support/stores/tampered-store.js';

/** Number of bytes of a content that are changed one by one. */
const BYTES = 15;

let tampered: TamperedStore;
beforeAll(async () => {
  tampered = await TamperedStore.open();
});
beforeEach(async () => expect(await tampered.books()).toEqual(BALANCED));
afterEach(() => tampered.restore());

const gap = (short: string): Named => ({
  ...{ documentId: null, orderId: null, number: numberOf(short), problem: 'series' },
});

/** What is changed, the document that the books name, its problem, and the statements. */
type Case = readonly [
  change: string,
  short: string,
  problem: Named['problem'],
  statements: readonly string[],
];

const SUMS: readonly Case[] = [
  [
    'a net',
    'INV 1',
    'amounts',
    ['UPDATE document_lines SET net = net + 1, gross = gross + 1 WHERE id = :line'],
  ],
  [
    'a discount',
    'INV 2',
    'amounts',
    ['UPDATE document_lines SET net = net - 1, discount = 1 WHERE id = :line'],
  ],
  ['what is taxed', 'CN 1', 'amounts', ['UPDATE document_lines SET taxable = taxable - 1 WHERE id = :line']],
  [
    'a tax',
    'INV 4',
    'amounts',
    [`UPDATE document_taxes SET amount = amount + 1 WHERE line_id = :line AND component = 'cgst'`],
  ],
  [
    'a part of a tax',
    'CN 2',
    'amounts',
    [`DELETE FROM document_taxes WHERE line_id = :line AND component = 'sgst'`],
  ],
  [
    'a line',
    'INV 1',
    'amounts',
    ['DELETE FROM document_taxes WHERE line_id = :line', 'DELETE FROM document_lines WHERE id = :line'],
  ],
  [
    'what is credited of it',
    'INV 2',
    'amounts',
    [
      `UPDATE document_lines SET credits_line_id = :line WHERE position = 1 AND document_id =
         (SELECT id FROM documents WHERE number = '${numberOf('CN 2')}')`,
    ],
  ],
  [
    'the total of its order',
    'INV 4',
    'order',
    [
      'UPDATE orders SET total = total + 1 WHERE id = :order',
      'UPDATE order_charges SET amount = amount + 1 WHERE order_id = :order',
    ],
  ],
];

/** Changes after which all sums are right. */
const FACTS: readonly Case[] = [
  [
    'the halves of a tax',
    'INV 1',
    'content',
    [
      `UPDATE document_taxes SET amount = amount - 1 WHERE line_id = :line AND component = 'cgst'`,
      `UPDATE document_taxes SET amount = amount + 1 WHERE line_id = :line AND component = 'sgst'`,
    ],
  ],
  [
    'a tax that becomes a part of the price',
    'INV 4',
    'content',
    [
      `UPDATE document_lines SET taxable = taxable + (SELECT amount FROM document_taxes WHERE line_id = :line AND component = 'cgst')
       WHERE id = :line`,
      `DELETE FROM document_taxes WHERE line_id = :line AND component = 'cgst'`,
    ],
  ],
  [
    'a rate',
    'CN 1',
    'content',
    [`UPDATE document_taxes SET rate = 1 WHERE line_id = :line AND component = 'cgst'`],
  ],
  ['a name', 'INV 2', 'content', [`UPDATE document_lines SET name = 'Rice' WHERE id = :line`]],
  ['an HSN code', 'INV 2', 'content', [`UPDATE document_lines SET hsn = '1006' WHERE id = :line`]],
  ['a quantity', 'INV 4', 'content', ['UPDATE document_lines SET quantity = 1 WHERE id = :line']],
  ['its kind', 'INV 1', 'content', [`UPDATE documents SET kind = 'bill' WHERE id = :id`]],
  ['its time', 'INV 4', 'content', ['UPDATE documents SET issued_at = issued_at + 1 WHERE id = :id']],
  ['its buyer', 'INV 3', 'content', [`UPDATE documents SET buyer = '{"name":"B"}' WHERE id = :id`]],
  ['the hash before it', 'INV 2', 'content', [`UPDATE documents SET previous_sha256 = 'ff' WHERE id = :id`]],
  [
    'its hash',
    'INV 4',
    'content',
    [
      `UPDATE documents SET sha256 = 'ff' WHERE id = :id`,
      `UPDATE document_series SET last_sha256 = 'ff' WHERE series = 'INV'`,
    ],
  ],
  ['an earlier time', 'INV 2', 'series', ['UPDATE documents SET issued_at = issued_at - 1 WHERE id = :id']],
  [
    'a number that was not given out',
    'INV 4',
    'series',
    [
      `UPDATE document_series SET next = 4, last_sha256 = (SELECT previous_sha256 FROM documents WHERE id = :id)
       WHERE series = 'INV'`,
    ],
  ],
];

describe('the books', () => {
  it.each([...SUMS, ...FACTS])(
    'name the document of which someone changes %s: %s, %s',
    async (_, short, problem, statements) => {
      await tampered.tamper(short, ...statements);
      expect(await tampered.books()).toEqual({
        ...BALANCED,
        differing: 1,
        examples: [await tampered.example(short, problem)],
      });
    },
  );

  it.each(['CN 1', 'INV 4'])('name the number of a missing document: %s', async (short) => {
    const { orderId } = await documentOf(tampered.store, short);
    await tampered.remove(short);
    const { examples } = await tampered.books();
    expect(examples).toEqual([gap(short)]);
    expect(orderId).toBeDefined();
  });

  it('name the documents of an order whose sale is stated twice', async () => {
    await tampered.remove('CN 2');
    const twice = [await tampered.example('INV 3', 'order'), await tampered.example('INV 4', 'order')];
    expect((await tampered.books()).examples).toEqual([gap('CN 2'), ...twice]);
  });

  it('name an order that left without a document', async () => {
    const { orderId } = await documentOf(tampered.store, 'INV 1');
    const number = '7K3M-92QX-1';
    await tampered.remove('INV 1');
    await tampered.run(
      `INSERT INTO order_status_changes (id, order_id, status, at, by_id)
     SELECT id, id, 'out_for_delivery', ${tampered.store.clock.now() + 1}, user_id FROM orders WHERE id = '${orderId}'`,
    );
    const missing = { documentId: null, orderId, number, problem: 'missing' };
    expect((await tampered.books()).examples).toEqual([gap('INV 1'), missing]);
  });

  it.each(ALL)('name %s, whatever byte of its content is changed', async (short) => {
    const { content } = await documentOf(tampered.store, short);
    const examples = [await tampered.example(short, 'content')];
    for (let at = 0; at < content.length; at += Math.floor(content.length / BYTES)) {
      const other = content.charAt(at) === '0' ? '1' : '0';
      await tampered.setContent(short, content.slice(0, at) + other + content.slice(at + 1));
      expect([at, (await tampered.books()).examples]).toEqual([at, examples]);
    }
  });

  it('name the document after one whose content and hash were both changed, and the last one by its series', async () => {
    await tampered.forge('INV 1');
    expect((await tampered.books()).examples).toEqual([await tampered.example('INV 2', 'content')]);
    await tampered.restore();
    await tampered.forge('INV 4');
    expect((await tampered.books()).examples).toEqual([await tampered.example('INV 4', 'content')]);
  });

  it('stay balanced when a buyer is removed', async () => {
    await tampered.tamper('INV 2', 'UPDATE documents SET buyer = NULL WHERE id = :id');
    expect(await tampered.books()).toEqual(BALANCED);
  });
});
