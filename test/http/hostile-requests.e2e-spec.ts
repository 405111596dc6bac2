import { OPERATIONS } from '../support/assertions/api-document.js';
import {
  expectConsistentStore,
  expectToWithstand,
  startAttackedStore,
  withBody,
  withHeader,
  WITHOUT_BODY,
  WRITING,
  type Change,
} from '../support/attacks/attack.js';
import { INVALID_BODIES, TEN_MEGABYTES } from '../support/attacks/hostile-values.js';

startAttackedStore();

describe('oversized and unexpected bodies', () => {
  it.each(WRITING)('are refused at ten megabytes by $method $path', async (operation) => {
    const hasJson = operation.body['application/json'] !== undefined;
    const text = `{"name":"${'a'.repeat(TEN_MEGABYTES)}"}`;
    await expectToWithstand(
      operation,
      async (attack) => {
        await attack.send('a long body', withBody(text), true);
        await attack.send(
          'a body of unknown length',
          (raw) => ({ ...withBody(text)(raw), chunked: true }),
          true,
        );
        const zeros = Buffer.alloc(TEN_MEGABYTES);
        const form = { 'content-type': 'multipart/form-data; boundary=x' };
        await attack.send('a form without end', withBody(zeros, form), hasJson);
      },
      { unchanged: false },
    );
  });

  it.each(WITHOUT_BODY)('do not affect $method $path, which has no body', async (operation) => {
    await expectToWithstand(
      operation,
      async (attack) => {
        for (const [label, body] of Object.entries(INVALID_BODIES))
          await attack.send(label, withBody(body), false);
      },
      { unchanged: false },
    );
  });
});

const LONG = 'a'.repeat(20_000);

const TOKENS = [
  'Bearer',
  'Bearer a.b.c',
  `Bearer ${'a'.repeat(8000)}`,
  'Basic YTpi',
  'Bearer \xff.\xff.\xff',
  'bearer null',
];

const COOKIES = [
  '\xff=\xff',
  ';;;',
  'refresh_token',
  'refresh_token=',
  `refresh_token=${'a'.repeat(43)}`,
  'refresh_token=%00',
  'refresh_token=%zz',
  '__proto__=1; constructor=2',
];
/** Operations that read a cookie. */
const WITH_COOKIE = ['refresh', 'logout'];

const KEYS = ["' OR 1=1 --", '', 'a'.repeat(256), '\xff\xfe', 'a\tb'];

/** Headers for which any request may be refused. */
const REFUSABLE_HEADERS = [
  ['origin', 'null'],
  ['sec-fetch-site', 'cross-site'],
  ['content-encoding', 'gzip'],
  ['expect', '100-continue'],
] as const;

/** Adds headers that a server may ignore. */
const IGNORABLE_HEADERS: Change = (raw) => ({
  ...raw,
  headers: {
    ...raw.headers,
    'if-none-match': `"${'a'.repeat(4000)}", *, W/`,
    accept: 'nonsense;q=a',
    'accept-language': '*;q=-1,\xff',
    'x-request-id': '<script>',
    'x-forwarded-for': "' OR 1=1 --",
    'user-agent': '\xff'.repeat(5000),
    range: 'bytes=0-',
  },
});

describe('hostile headers', () => {
  it.each(OPERATIONS)('do not affect $method $path', async (operation) => {
    const hasKey = operation.parameters.some(({ name }) => name === 'Idempotency-Key');
    const hasCookie = WITH_COOKIE.includes(operation.id);
    await expectToWithstand(
      operation,
      async (attack) => {
        await attack.send('a very long header', withHeader('x-long', LONG), true);
        await attack.send('a very long URL', (raw) => ({ ...raw, path: `${raw.path}?${LONG}` }), true);
        for (const value of TOKENS)
          await attack.send(value.slice(0, 40), withHeader('authorization', value), !operation.isPublic);
        for (const value of hasCookie ? COOKIES : COOKIES.slice(0, 1))
          await attack.send(`cookie ${value}`, withHeader('cookie', value), false);
        for (const value of hasKey ? KEYS : KEYS.slice(0, 1))
          await attack.send(`key ${value.slice(0, 20)}`, withHeader('idempotency-key', value), false);
        for (const [name, value] of REFUSABLE_HEADERS)
          await attack.send(`${name}: ${value}`, withHeader(name, value), false);
        await attack.send('headers that may be ignored', IGNORABLE_HEADERS, false);
      },
      { unchanged: false },
    );
  });
});

it('leaves the store consistent after hostile headers', expectConsistentStore);
