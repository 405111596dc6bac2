import { createHash, randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, KEY, table, text } from './columns.js';

const CUSTOMER_ADDRESSES = table({
  name: 'customer_addresses',
  columns: [id('id', KEY), id('user_id'), text('key'), text('address'), bigint('created_at')],
  references: { user_id: 'users.id' },
  uniques: { customer_addresses_key: ['user_id', 'key'] },
});

/** Terms are compared by code point on both databases. */
const ADDRESS_TERMS = {
  'better-sqlite3': `CREATE TABLE address_terms (
    term text NOT NULL, address_id varchar NOT NULL REFERENCES customer_addresses (id), PRIMARY KEY (term, address_id)) WITHOUT ROWID`,
  postgres: `CREATE TABLE address_terms (
    term text COLLATE "C" NOT NULL, address_id uuid NOT NULL REFERENCES customer_addresses (id), PRIMARY KEY (term, address_id))`,
};

interface OrderedTo {
  readonly user_id: string;
  readonly address: string;
  readonly since: string | number;
}

interface Address {
  readonly name?: string;
  readonly phone?: string;
  readonly line1?: string;
  readonly line2?: string;
  readonly city?: string;
  readonly postalCode?: string;
}

/** Gives customers the addresses of their orders, with the terms by which staff find them. */
export class CustomerAddresses1764000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const type = runner.dataSource.options.type as keyof typeof ADDRESS_TERMS;
    await runner.createTable(CUSTOMER_ADDRESSES);
    await runner.query(ADDRESS_TERMS[type]);
    await runner.query('CREATE INDEX address_terms_address_id_idx ON address_terms (address_id, term)');
    // Addresses are never deleted: the column needs no constraint, for which SQLite's table would have to be rebuilt.
    await runner.query('ALTER TABLE orders ADD COLUMN address_id uuid');
    const used = (await runner.query(
      'SELECT user_id, address, min(timestamp) AS since FROM orders GROUP BY user_id, address ORDER BY user_id, since',
    )) as OrderedTo[];
    const known = new Map<string, string>();
    for (const one of used) await remember(runner, one, known);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE orders DROP COLUMN address_id');
    await runner.query('DROP TABLE address_terms');
    await runner.dropTable('customer_addresses');
  }
}

/** @param known IDs of the addresses by customer and key */
async function remember(runner: QueryRunner, used: OrderedTo, known: Map<string, string>): Promise<void> {
  const { user_id: userId, address: json, since } = used;
  const address = JSON.parse(json) as Address;
  const key = keyOf(address);
  let addressId = known.get(`${userId} ${key}`);
  if (addressId === undefined) {
    addressId = newId(Number(since));
    known.set(`${userId} ${key}`, addressId);
    await run(
      runner,
      'INSERT INTO customer_addresses (id, user_id, key, address, created_at) VALUES (?, ?, ?, ?, ?)',
      [addressId, userId, key, json, Number(since)],
    );
    for (const term of termsOf(address))
      await run(runner, 'INSERT INTO address_terms (term, address_id) VALUES (?, ?)', [term, addressId]);
  }
  await run(runner, 'UPDATE orders SET address_id = ? WHERE user_id = ? AND address = ?', [
    addressId,
    userId,
    json,
  ]);
}

/** Runs a statement with `?` for each value. */
function run(runner: QueryRunner, statement: string, values: (string | number)[]): Promise<unknown> {
  if (runner.dataSource.options.type !== 'postgres') return runner.query(statement, values);
  let count = 0;
  return runner.query(
    statement.replace(/[?]/g, () => `$${(count += 1)}`),
    values,
  );
}

/** A UUID of version 7. */
function newId(time: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(time, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/* Keys and terms as this release computes them. */

function keyOf({
  name = '',
  phone = '',
  line1 = '',
  line2 = '',
  city = '',
  postalCode = '',
}: Address): string {
  const texts = [name, line1, line2, city, postalCode].map((value) =>
    withLatinDigits(value.normalize('NFC').trim().normalize('NFKC').toLowerCase()).replace(/\s+/gu, ' '),
  );
  return createHash('sha256')
    .update(JSON.stringify([nationalNumber(phone), ...texts]))
    .digest('hex');
}

function termsOf({
  name = '',
  phone = '',
  line1 = '',
  line2 = '',
  city = '',
  postalCode = '',
}: Address): string[] {
  const number = nationalNumber(phone);
  const terms = [
    ...[name, line1, line2, city, postalCode].flatMap(wordsOf),
    wordsOf(postalCode).join(''),
    number,
    `~${[...number].reverse().join('')}`,
  ];
  return [...new Set(terms.map((term) => term.slice(0, 40)))].filter((term) => term !== '' && term !== '~');
}

function wordsOf(value: string): string[] {
  const plain = withLatinDigits(value)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC');
  return plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

const CALLING_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

function nationalNumber(phone: string): string {
  const plain = withLatinDigits(phone).trim();
  const digits = plain.replace(/\D/g, '');
  const international = plain.startsWith('+')
    ? digits
    : digits.startsWith('00')
      ? digits.slice(2)
      : undefined;
  return (international?.replace(CALLING_CODE, '') ?? digits).replace(/^0+/, '');
}

function withLatinDigits(value: string): string {
  return value.replace(/\p{Nd}/gu, (digit) => {
    const codePoint = digit.codePointAt(0) ?? 0;
    let before = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before += 1;
    return String(before % 10);
  });
}
