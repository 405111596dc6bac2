import type { OpenAPIObject } from '@nestjs/swagger';
import { isCalendarDate, isInstant } from '../platform/calendar/iso-date.js';
import { isId } from '../platform/common/id.js';
import { mapOperations, mapSchemas, type Operation, type SchemaObject } from './document.js';

type Parameters = Operation['parameters'];

/** A text that looks like an e-mail address. */
const EMAIL = /^[^\s@]+@[^\s@]+$/;

const FORMATS: readonly (readonly [format: string, matches: (example: string) => boolean])[] = [
  ['uuid', isId],
  ['date-time', isInstant],
  ['date', isCalendarDate],
  ['email', (example) => EMAIL.test(example)],
];

/**
 * Derives integers and formats from the examples, which every field has: TypeScript knows neither. A number with a whole example
 * is an integer, a text with an ID as its example has the format `uuid`. The client of the tests compares every response of the
 * store with the result.
 */
export function withFormats(document: OpenAPIObject): OpenAPIObject {
  return mapSchemas(withIdParameters(document), (schema) =>
    withFormat(schema, schema.example ?? schema.default ?? schema.minimum),
  );
}

function withFormat(schema: SchemaObject, example: unknown): SchemaObject {
  const types = [schema.type ?? []].flat();
  const { items } = schema;
  if (Array.isArray(example) && items !== undefined && !('$ref' in items))
    return { ...maxItemsOf(items), ...schema, items: withFormat(items, example[0]) };
  if (types.includes('number') && Number.isInteger(example)) {
    const isNullable = types.includes('null');
    return { ...schema, type: isNullable ? ['integer', 'null'] : 'integer' };
  }
  if (!types.includes('string') || hasForm(schema) || typeof example !== 'string') return schema;
  const format = FORMATS.find(([, matches]) => matches(example))?.[0];
  return format === undefined ? schema : { ...schema, format };
}

/** A list of choices has each of them at most once. */
function maxItemsOf({ enum: choices }: SchemaObject): Pick<SchemaObject, 'maxItems'> {
  return choices === undefined ? {} : { maxItems: choices.length };
}

/** Path parameters without a description are IDs. */
function withIdParameters(document: OpenAPIObject): OpenAPIObject {
  return mapOperations(document, (operation) => ({
    ...operation,
    parameters: operation.parameters?.map((parameter) => {
      if ('$ref' in parameter || parameter.in !== 'path' || parameter.description !== undefined)
        return parameter;
      return { ...parameter, description: 'ID', schema: { ...parameter.schema, format: 'uuid' } };
    }),
  }));
}

/** Returns true if a schema says itself which texts it allows. */
function hasForm(schema: SchemaObject): boolean {
  return schema.format !== undefined || schema.pattern !== undefined || schema.enum !== undefined;
}

/**
 * Removes the examples of optional parameters, after the formats are known. Swagger UI would send them with each request that
 * one tries, and so hide most of a list.
 */
export function withoutOptionalExamples(document: OpenAPIObject): OpenAPIObject {
  return mapOperations(document, (operation) => ({
    ...operation,
    parameters: withoutExamples(operation.parameters),
  }));
}

function withoutExamples(parameters: Parameters): Parameters {
  return parameters?.map((parameter) => {
    if ('$ref' in parameter || parameter.required === true) return parameter;
    return { ...parameter, schema: omit(parameter.schema ?? {}, 'example') };
  });
}

function omit<Value extends object>(value: Value, member: string): Value {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== member)) as Value;
}
