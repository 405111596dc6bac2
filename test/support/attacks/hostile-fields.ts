import type { ApiSchema } from '../assertions/api-document.js';

/** A value for one field of a body, as JSON text, because `JSON.stringify` cannot write all of them. */
export interface HostileField {
  readonly json: string;
  /** True if the value is always invalid. Otherwise it may be valid for the field. */
  readonly mustBeRefused: boolean;
}

const invalid = (...values: string[]): HostileField[] =>
  values.map((json) => ({ json, mustBeRefused: true }));
const unusual = (...values: string[]): HostileField[] =>
  values.map((json) => ({ json, mustBeRefused: false }));

const NON_SCALARS = ['{}', '[]', '[[]]', '{"a":1}', '{"length":3}', '{"toString":1,"valueOf":1}'];
const HUGE_NUMBERS = [
  '1e308',
  '-1e308',
  '1e400',
  '-1e400',
  '9007199254740993',
  '1e21',
  '123456789012345678901234567890',
];

/** Returns hostile values for a field with this schema. */
export function hostileFields(schema: ApiSchema): HostileField[] {
  const types = [schema.type ?? []].flat();
  const isNullable = [...types, ...(schema.anyOf ?? []).map(({ type }) => type)].includes('null');
  const nothing = isNullable ? unusual('null') : invalid('null');
  return [...nothing, ...hostileFieldsOf(schema, types[0])];
}

/** Returns true if any text may be valid. */
function isText(schema: ApiSchema | undefined): boolean {
  return schema?.type === 'string' && schema.enum === undefined && schema.format === undefined;
}

function hostileFieldsOf(schema: ApiSchema, type: string | undefined): HostileField[] {
  if (schema.enum !== undefined)
    return [...invalid(...NON_SCALARS, '5', 'true', '"nonsense"', '"__proto__"', '""')];
  switch (type) {
    case 'string':
      return [
        ...invalid(
          ...NON_SCALARS,
          '5',
          '-0.5',
          'true',
          '["a"]',
          '"\\u0000"',
          '"a\\u0000b"',
          '"\\ud800"',
          '"\\udc00a"',
          `"${'a'.repeat(100_000)}"`,
        ),
        ...unusual('""', '" "', '"\' OR 1=1 --"', '"%"', '"\\\\"', '"\\u202e"'),
        ...unusual(
          '"NaN"',
          '"1e400"',
          '"__proto__"',
          '"2026-02-30"',
          '"\\r\\nset-cookie: a=b"',
          '"<script>"',
        ),
      ];
    case 'number':
    case 'integer':
      return [
        ...invalid(
          ...NON_SCALARS,
          'true',
          '"1"',
          '""',
          '"NaN"',
          '"Infinity"',
          '[1]',
          '1.0005',
          '0.00001',
          '1.23456',
        ),
        ...invalid(
          ...HUGE_NUMBERS.filter((text) => Number(text) > (schema.maximum ?? 200_000) || Number(text) < 0),
        ),
        ...unusual('0', '-0', '-1', '-1e-300', '0.1', '99999.999'),
      ];
    case 'boolean':
      return [...invalid(...NON_SCALARS, '1', '0', '"true"', '"yes"', '""')];
    case 'array':
      return [
        ...invalid('{}', '5', '"a"', 'true', '[5]', '[null]', '[[]]', '{"0":{},"length":1}'),
        ...(isText(schema.items) ? unusual('["a"]') : invalid('["a"]')),
        ...unusual('[]'),
      ];
    default: {
      const alwaysInvalid = invalid('5', '"a"', 'true', '[]', '[[]]', '[{}]');
      // An empty object is valid for a schema that accepts any properties.
      return schema.additionalProperties === true
        ? [...alwaysInvalid, ...invalid('{"nonsense":1}', '{"__proto__":{}}'), ...unusual('{}')]
        : [...alwaysInvalid, ...(isOptionalOnly(schema) ? unusual('{}') : invalid('{}'))];
    }
  }
}

/** Returns true for an object of which all fields are optional. */
function isOptionalOnly({ properties, required = [] }: ApiSchema): boolean {
  return properties !== undefined && required.length === 0;
}
