import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/lib/root.mjs';

type Json = Readonly<Record<string, unknown>>;

interface Description {
  readonly info: { readonly description: string };
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { parameters?: Parameter[]; responses: Record<string, Response> }>>
    >
  >;
}

interface Parameter {
  readonly name: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema: Json;
}

interface Response {
  readonly headers?: Json;
}

const description = JSON.parse(readFileSync(inRoot('openapi.json'), 'utf8')) as Description;
const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
);

/** Schemas of fields with their path in the document, without examples, which are values. */
function schemasIn(part: unknown, path = ''): (readonly [path: string, schema: Json])[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part && path !== '' ? [[path, part as Json] as const] : [];
  const parts = Object.entries(part).filter(([name]) => name !== 'example' && name !== 'default');
  return [...own, ...parts.flatMap(([name, each]) => schemasIn(each, `${path}/${name}`))];
}

const schemas = schemasIn(description);
const ofType = (type: string): typeof schemas =>
  schemas.filter(([, schema]) => [schema['type']].flat().includes(type));

it('limits every list', () => {
  expect(ofType('array').length).toBeGreaterThan(50);
  expect(ofType('array').filter(([, { maxItems }]) => typeof maxItems !== 'number')).toEqual([]);
});

it('has integers, and numbers with decimals', () => {
  expect(ofType('integer').length).toBeGreaterThan(200);
  const whole = ofType('number').filter(
    ([, { example }]) => example !== undefined && Number.isInteger(example),
  );
  expect(whole).toEqual([]);
});

it('gives each ID and each time its format', () => {
  const named = (pattern: RegExp, format: string): string[] =>
    ofType('string').flatMap(([path, schema]) =>
      pattern.test(path) && schema['format'] !== format ? [path] : [],
    );
  expect(named(/\/\w+At$/, 'date-time')).toEqual([]);
  // A request's ID may be the client's own.
  expect(named(/\/(id|\w+Id)$/, 'uuid').filter((path) => !path.endsWith('/requestId'))).toEqual([]);
});

it('gives no optional parameter a value', () => {
  const optional = operations.flatMap(({ name, parameters = [] }) =>
    parameters.filter(({ required }) => required !== true).map((parameter) => [name, parameter] as const),
  );
  expect(optional.length).toBeGreaterThan(50);
  const withValue = optional.filter(
    ([, { example, schema }]) => (example ?? schema['example']) !== undefined,
  );
  expect(withValue).toEqual([]);
});

it('describes the headers of every response', () => {
  for (const { name, responses } of operations)
    for (const [status, { headers = {} }] of Object.entries(responses)) {
      expect([name, status, Object.keys(headers)]).toEqual([
        name,
        status,
        expect.arrayContaining(['X-Request-Id', 'Cache-Control']),
      ]);
      if (['429', '503'].includes(status)) expect(headers).toHaveProperty(['Retry-After']);
    }
});

it('has no line in its guide that Markdown would show as an item of a list', () => {
  expect(description.info.description.split('\n').filter((line) => /^\d+[.)] /.test(line))).toEqual([]);
});

it('begins with a guide', () => {
  const headings = description.info.description.split('\n').filter((line) => line.startsWith('## '));
  expect(headings).toEqual(
    ['Signing in', 'Money and quantities', 'Languages', 'Times and IDs', 'Lists', 'Changing things', 'Errors']
      .concat('Limits', 'Caching and live updates')
      .map((heading) => `## ${heading}`),
  );
});
