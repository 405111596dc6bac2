import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldKeys, problemKeys, problemValues, waitOf, type Figures } from 'ui-common/forms/problem-values';

const FIGURES: Figures = {
  money: (minorUnits) => `₹${String(minorUnits / 100)}`,
  number: String,
  amount: (units, unitType) => `${String(units)} ${unitType}`,
  wait: (seconds) => `${String(seconds)} s`,
  status: (status) => status.toUpperCase(),
  left: (name, available) => `${name} (${String(available)} left)`,
  list: (items) => items.join(' and '),
};
const LANGUAGES = ['en', 'hi'];

const problem = (parameters: Record<string, unknown>, status = 409, retryAfter?: number) => ({
  code: 'some.code',
  status,
  parameters,
  retryAfter,
});

describe('the values of a problem', () => {
  it('writes money, in minor units, as money', () => {
    expect(problemValues(problem({ expectedTotal: 16000, cart: { total: 16250 } }), FIGURES)).toEqual({
      was: '₹160',
      now: '₹162.5',
    });
  });

  it('lists products, with what is left of each where that is told', () => {
    const lines = [{ productName: 'Tomatoes', available: 1.5 }, { productName: 'Milk' }];
    expect(problemValues(problem({ lines }), FIGURES)).toEqual({
      products: 'Tomatoes (1.5 left) and Milk',
    });
  });

  it('writes quantities, counts and an order’s status', () => {
    const given = { quantityStep: 0.25, unitType: 'kg', maxLines: 100, from: 'packed' };
    expect(problemValues(problem(given), FIGURES)).toEqual({
      step: '0.25 kg',
      most: '100',
      status: 'PACKED',
    });
  });

  it('leaves out what is missing or of another kind', () => {
    expect(problemValues(problem({ lines: 'none', cart: null, maxLines: '7' }), FIGURES)).toEqual({});
  });

  it('says how long to wait: as the body has it, else as the header has it, else a minute', () => {
    expect(waitOf(problem({ retryAfterSeconds: 42 }, 429, 7))).toBe(42);
    expect(waitOf(problem({}, 429, 7))).toBe(7);
    expect(waitOf(problem({}, 429))).toBe(60);
    expect(waitOf(problem({ retryAfterSeconds: 30 }, 503))).toBeUndefined();
  });
});

describe('where texts are looked for', () => {
  it('goes from the code by the status to the unknown', () => {
    expect(problemKeys({ code: 'a.b', status: 502, parameters: {} })).toEqual([
      'a.b',
      'status.server',
      'unknown',
    ]);
  });

  it('goes from the field by the rule to the unknown', () => {
    expect(fieldKeys({ field: 'address.phone', code: 'field.matches' })).toEqual([
      'fields.phone.matches',
      'field.matches',
      'field.unknown',
    ]);
  });
});

/** Answered by operations that no page of the shop asks for. */
const NOT_THE_SHOPS = ['ops.metrics-refused', 'ops.not-ready'];
/** What the server's rules for the fields of the shop's forms are called. */
const FIELD_CODES = [
  ...['is-email', 'is-in', 'is-length', 'is-string', 'max-length', 'matches', 'is-quantity', 'required'].map(
    (rule) => `field.${rule}`,
  ),
  'field.locale',
  'field.webhook-address',
  'users.password-length',
  'users.password-too-common',
  'users.password-has-username',
  'users.wrong-password',
  'users.username-taken',
  'users.email-taken',
  'catalog.name-without-letters',
  'catalog.section-not-found',
  'catalog.section-name-taken',
  'catalog.quantity-step',
  'catalog.price-rounds-to-zero',
  'section-requests.same-name',
  'section-requests.same-section',
];

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = textsOf(language);

  it('has one for every code that an operation of the shop answers', () => {
    const without = shopCodes().filter((code) => textOf(texts, code) === undefined);
    expect(without).toEqual([]);
  });

  it('has one for every code of a field', () => {
    expect(FIELD_CODES.filter((code) => textOf(texts, code) === undefined)).toEqual([]);
  });

  it('has one for each status that a client must reckon with', () => {
    const statuses = ['400', '401', '403', '404', '409', '413', '422', '429', 'server'];
    expect(statuses.filter((status) => textOf(texts, `status.${status}`) === undefined)).toEqual([]);
  });
});

interface Operation {
  readonly responses?: Record<string, { content?: Record<string, { examples?: Record<string, unknown> }> }>;
}

/** As they stand in the file: an import would give what the build makes of them. */
function textsOf(language: string): object {
  const file = resolve(import.meta.dirname, `../locales/${language}/problems.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as object;
}

/** The codes of all operations but the back office's, from the API's description. */
function shopCodes(): string[] {
  const text = readFileSync(resolve(import.meta.dirname, '../../../openapi.json'), 'utf8');
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> };
  const operations = Object.entries(paths)
    .filter(([path]) => !path.startsWith('/api/v1/admin/'))
    .flatMap(([, methods]) => Object.values(methods));
  const codes = operations
    .flatMap(({ responses = {} }) => Object.values(responses))
    .flatMap(({ content }) => Object.keys(content?.['application/problem+json']?.examples ?? {}));
  return [...new Set(codes)].filter((code) => !NOT_THE_SHOPS.includes(code));
}

function textOf(texts: object, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], texts);
  return typeof found === 'string' ? found : undefined;
}
