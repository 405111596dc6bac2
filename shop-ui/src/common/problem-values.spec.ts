import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from 'ui-common/api/languages';
import {
  fieldKeys,
  problemKeys,
  problemValues,
  retryAfterSeconds,
  type ProblemFormatters,
} from 'ui-common/forms/problem-values';

const FORMATTERS: ProblemFormatters = {
  money: (minorUnits) => `₹${String(minorUnits / 100)}`,
  number: String,
  amount: (units, unitType) => `${String(units)} ${unitType}`,
  wait: (seconds) => `${String(seconds)} s`,
  status: (status) => status.toUpperCase(),
  left: (name, available) => `${name} (${String(available)} left)`,
  list: (items) => items.join(' and '),
};

const problem = (parameters: Record<string, unknown>, status = 409, retryAfter?: number) => ({
  code: 'some.code',
  status,
  parameters,
  retryAfter,
});

describe('problemValues and retryAfterSeconds', () => {
  it('formats minor units as money', () => {
    expect(problemValues(problem({ expectedTotal: 16000, cart: { total: 16250 } }), FORMATTERS)).toEqual({
      was: '₹160',
      now: '₹162.5',
    });
  });

  it('lists products, with the remaining stock if the problem has it', () => {
    const lines = [{ productName: 'Tomatoes', available: 1.5 }, { productName: 'Milk' }];
    expect(problemValues(problem({ lines }), FORMATTERS)).toEqual({
      products: 'Tomatoes (1.5 left) and Milk',
    });
  });

  it('formats quantities, counts and an order status', () => {
    const parameters = { quantityStep: 0.25, unitType: 'kg', maxLines: 100, from: 'packed' };
    expect(problemValues(problem(parameters), FORMATTERS)).toEqual({
      step: '0.25 kg',
      most: '100',
      status: 'PACKED',
    });
  });

  it('omits missing values and values of the wrong type', () => {
    expect(problemValues(problem({ lines: 'none', cart: null, maxLines: '7' }), FORMATTERS)).toEqual({});
  });

  it('takes the wait from the body, else from the header, else one minute', () => {
    expect(retryAfterSeconds(problem({ retryAfterSeconds: 42 }, 429, 7))).toBe(42);
    expect(retryAfterSeconds(problem({}, 429, 7))).toBe(7);
    expect(retryAfterSeconds(problem({}, 429))).toBe(60);
    expect(retryAfterSeconds(problem({ retryAfterSeconds: 30 }, 503))).toBeUndefined();
  });
});

describe('problemKeys and fieldKeys', () => {
  it('orders problem keys from the code over the status to the fallback', () => {
    expect(problemKeys({ code: 'a.b', status: 502, parameters: {} })).toEqual([
      'a.b',
      'status.server',
      'unknown',
    ]);
  });

  it('orders field keys from the field over the rule to the fallback', () => {
    expect(fieldKeys({ field: 'address.phone', code: 'field.matches' })).toEqual([
      'fields.phone.matches',
      'field.matches',
      'field.unknown',
    ]);
  });
});

/** Codes of operations that the shop never calls. */
const EXCLUDED_CODES = [
  ...['ops.metrics-refused', 'ops.not-ready'],
  // Browsers follow these.
  ...['catalog.section-moved', 'catalog.product-moved'],
  // The shop makes the keys itself.
  ...['request.idempotency-key-invalid', 'request.idempotency-key-reused'],
];
/** Error codes of the server's rules for the fields of the shop's forms. */
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

describe.each(LANGUAGES)('problems.json in %s', (language) => {
  const texts = textsOf(language);

  it('contains a text for every error code of the operations that the shop calls', () => {
    const without = shopCodes().filter((code) => textOf(texts, code) === undefined);
    expect(without).toEqual([]);
  });

  it('contains a text for every field error code', () => {
    expect(FIELD_CODES.filter((code) => textOf(texts, code) === undefined)).toEqual([]);
  });

  it('contains a text for every error status that a client can receive', () => {
    const statuses = ['400', '401', '403', '404', '409', '413', '422', '429', 'server'];
    expect(statuses.filter((status) => textOf(texts, `status.${status}`) === undefined)).toEqual([]);
  });
});

interface Operation {
  readonly responses?: Record<string, { content?: Record<string, { examples?: Record<string, unknown> }> }>;
}

/** Reads the raw file: an import would return the compiled texts. */
function textsOf(language: string): object {
  const file = resolve(import.meta.dirname, `../locales/${language}/problems.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as object;
}

/** Returns the error codes of all non-admin operations in openapi.json. */
function shopCodes(): string[] {
  const text = readFileSync(resolve(import.meta.dirname, '../../../openapi.json'), 'utf8');
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> };
  const operations = Object.entries(paths)
    .filter(([path]) => !path.startsWith('/api/v1/admin/'))
    .flatMap(([, methods]) => Object.values(methods));
  const codes = operations
    .flatMap(({ responses = {} }) => Object.values(responses))
    .flatMap(({ content }) => Object.keys(content?.['application/problem+json']?.examples ?? {}));
  return [...new Set(codes)].filter((code) => !EXCLUDED_CODES.includes(code));
}

function textOf(texts: object, path: string): string | undefined {
  const text = path
    .split('.')
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], texts);
  return typeof text === 'string' ? text : undefined;
}
