import { randomUUID } from 'node:crypto';
import { encodeCursor } from '../../../src/platform/http/validation/pagination.js';

const NESTING_LEVELS = 50_000;
export const TEN_MEGABYTES = 10 * 1024 * 1024;

/** Texts for a query or a path, already percent-encoded. Most have a meaning in some lower layer. */
const HOSTILE_TEXTS = [
  "' OR 1=1 --",
  "'; DROP TABLE users; --",
  '%',
  '_',
  '\\',
  '"',
  '*',
  "it''s",
  '$1',
  ':name',
  'NaN',
  'Infinity',
  '-Infinity',
  'null',
  'undefined',
  'true',
  '-1',
  '0',
  '1.0005',
  '1e308',
  '1e400',
  '9007199254740993',
  '0x10',
  '[]',
  '{}',
  '{"$gt":""}',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '2026-02-30',
  '2026-W10',
  '2026-W10-3',
  '2026-060',
  '0000-00-00',
  '9999-99-99T99:99:99Z',
  '2026-01-01T24:00:00Z',
  '+275761-01-01T00:00:00Z',
  '-271822-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{00000000-0000-4000-8000-000000000000}',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '(a AND b) NEAR "c"',
  'a & | ! <-> :* b',
  '𝒯𝑜𝓂𝒶𝓉𝑜',
  '\u{1E4D0}\u{1E4D1}\u{1E4D2}\u{1E4D3}',
  '\u{10D4A}\u{10D4B}\u{10D4C}\u{10D4D}',
  '\u0301\u0301\u0301\u0301',
  '\uffff\ufffe',
  'टमाटर',
  '💥'.repeat(50),
  'ß'.repeat(90),
  'ﷺ'.repeat(90),
  ...['a', '%', "'", ' ', '9'].map((letter) => letter.repeat(5000)),
].map(encodeURIComponent);

/** Percent-encodings that do not decode to valid text. */
const BROKEN_ENCODINGS = ['%', '%zz', '%E0%A4%A', '%FF%FE', '%ED%A0%80', '%C0%AF', '%00', 'a%00b'];

export const HOSTILE_VALUES: readonly string[] = ['', ...HOSTILE_TEXTS, ...BROKEN_ENCODINGS];

export const HOSTILE_SEGMENTS: readonly string[] = [
  ...HOSTILE_TEXTS,
  ...BROKEN_ENCODINGS,
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  randomUUID(),
  randomUUID().toUpperCase(),
];

/** Returns malformed uses of a query parameter: wrong names and repetitions. */
export function hostileQueries(name: string): string[] {
  return [
    `${name}[]=1`,
    `${name}[]=1&${name}=2`,
    `${name}=a&${name}=b`,
    `${name}[a]=1`,
    `${name}[__proto__]=1`,
    `${name}.a=1`,
    name,
    `&&&=${name}&=`,
  ];
}

/** Parameters that no operation has. An operation with a query refuses them. */
export const UNKNOWN_QUERIES: readonly string[] = [
  'unknown=1',
  '__proto__=1',
  '__proto__[admin]=1',
  'constructor=1',
  'constructor[prototype][admin]=1',
  'toString=1',
  `${'a'.repeat(3000)}=1`,
];

/** Returns well-formed cursors with invalid content. Some may be valid for a list by chance. */
export function craftedCursors(sorts: readonly string[]): string[] {
  const id = randomUUID();
  const values: unknown[][] = [
    [],
    [1],
    ['a'],
    [null],
    [1, id],
    ['a', id],
    [id, id],
    [1, 'a', id],
    ['a', 1, id],
    [Number.MAX_SAFE_INTEGER, 'a', id],
    [-Number.MAX_SAFE_INTEGER, 'a', id],
    [Number.MAX_SAFE_INTEGER, id],
    [-1, id],
    [0.5, id],
    [1, 'no-id'],
    [1, "' OR 1=1 --"],
    ['\u0000', id],
    ['\ud800', id],
    ["' OR 1=1 --", id],
    ['a'.repeat(500), id],
    [true, id],
    [{}, id],
    [[], id],
    [{ __proto__: 1 }, id],
    [1, id, id, id],
    [1, '00000000-0000-0000-0000-000000000000'],
    [1, id.toUpperCase()],
  ];
  const encoded = sorts.flatMap((sort) => values.map((fields) => encodeCursor(sort, fields as string[])));
  const handwritten = [
    `["newest",1e400,"${id}"]`,
    `["name","a","${id}"`,
    `["newest",${'9'.repeat(400)},"${id}"]`,
    `{"length":3,"0":"newest","1":1,"2":"${id}"}`,
    '"newest"',
    'null',
    '1',
    '['.repeat(300),
    '',
  ].map((json) => Buffer.from(json).toString('base64url'));
  return [...encoded, ...handwritten, Buffer.from([0xff, 0xfe, 0x00, 0x80]).toString('base64url')];
}

/** Fields that only the store itself sets. */
export const READ_ONLY_FIELDS: Readonly<Record<string, unknown>> = {
  id: randomUUID(),
  userId: randomUUID(),
  role: 'admin',
  status: 'approved',
  price: 1,
  total: 1,
  version: 1,
  createdAt: '2020-01-01T00:00:00Z',
  passwordHash: 'x',
  tokenVersion: 0,
  quantityAvailable: 5,
  items: [],
  isAdmin: true,
  toString: 'x',
  hasOwnProperty: 'x',
  '': 'x',
};

/** Bodies that are not valid JSON objects. */
export const INVALID_BODIES: Readonly<Record<string, string | Buffer>> = {
  'broken JSON': '{"name":',
  'trailing content after JSON': '{} {}',
  'a comma too many': '{"name":"a",}',
  'a bare word': 'undefined',
  NaN: 'NaN',
  'a number': '5',
  'a text': '"text"',
  'a boolean': 'true',
  'an array': '[]',
  'an array with an object': '[{}]',
  'deeply nested arrays': '['.repeat(NESTING_LEVELS) + ']'.repeat(NESTING_LEVELS),
  'deeply nested objects': `${'{"a":'.repeat(NESTING_LEVELS)}1${'}'.repeat(NESTING_LEVELS)}`,
  'unclosed arrays': '['.repeat(NESTING_LEVELS),
  'a prototype': '{"__proto__":{"isAdmin":true}}',
  'a prototype in a field': '{"address":{"__proto__":{"isAdmin":true}}}',
  'a constructor': '{"constructor":{"prototype":{"isAdmin":true}}}',
  'an escaped prototype': '{"\\u005f_proto__":{"isAdmin":true}}',
  'a NUL in a name': '{"a\\u0000b":1}',
  'bytes that are not UTF-8': Buffer.concat([
    Buffer.from('{"name":"'),
    Buffer.from([0xff, 0xc0, 0x80]),
    Buffer.from('"}'),
  ]),
  'a raw control character': '{"name":"a\u0001b"}',
  'UTF-16': Buffer.from('\ufeff{"name":"a"}', 'utf16le'),
  'only spaces': '   ',
};
