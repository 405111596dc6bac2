import type { OpenAPIObject } from '@nestjs/swagger';
import { mapOperations, type Operation, type Schema, type SchemaObject } from './document.js';

type Schemas = Readonly<Record<string, Schema>>;
type Content = Record<string, { schema?: Schema; example?: unknown; examples?: unknown }>;

const MAX_DEPTH = 8;
const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-03-14T09:26:53.000Z',
  date: '2026-03-14',
  uuid: '0199a3c2-5d3f-7b51-9d0c-2f6c7b1e4a58',
  email: 'asha@example.com',
};

/** Adds an example to every JSON request and response body, combined from the examples of its properties. */
export function withExamples(document: OpenAPIObject): OpenAPIObject {
  const schemas = document.components?.schemas ?? {};
  return mapOperations(document, (operation) => withBodyExamples(operation, schemas));
}

function withBodyExamples(operation: Operation, schemas: Schemas): Operation {
  const { requestBody, responses } = operation;
  const documented = Object.entries(responses).map(
    ([status, response]) => [status, withExample(response, schemas)] as const,
  );
  return {
    ...operation,
    ...(requestBody === undefined ? {} : { requestBody: withExample(requestBody, schemas) }),
    responses: Object.fromEntries(documented),
  };
}

function withExample<Part>(part: Part, schemas: Schemas): Part {
  const { content } = part as { content?: Content };
  const json = content?.['application/json'];
  if (json?.schema === undefined || json.example !== undefined || json.examples !== undefined) return part;
  return {
    ...part,
    content: { ...content, 'application/json': { ...json, example: exampleOf(json.schema, schemas) } },
  };
}

/** Returns a value that fits a schema: its own example, or one combined from the examples of its parts. */
export function exampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  if ('$ref' in schema) {
    const target = schemas[schema.$ref.replace('#/components/schemas/', '')];
    return target === undefined ? {} : exampleOf(target, schemas, depth);
  }
  const ownExample: unknown =
    schema.example ?? (schema.examples as unknown[] | undefined)?.[0] ?? schema.default ?? schema.enum?.[0];
  if (ownExample !== undefined) return ownExample;
  if (depth > MAX_DEPTH) return null;
  const choices = schema.allOf ?? schema.oneOf ?? schema.anyOf;
  if (choices?.[0] !== undefined) return exampleOf(choices[0], schemas, depth + 1);
  return exampleOfType(schema, schemas, depth);
}

function exampleOfType(schema: SchemaObject, schemas: Schemas, depth: number): unknown {
  switch (firstType(schema.type)) {
    case 'array':
      return schema.items === undefined ? [] : [exampleOf(schema.items, schemas, depth + 1)];
    case 'string':
      return BY_FORMAT[schema.format ?? ''] ?? 'text';
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return exampleOfProperties(schema, schemas, depth);
  }
}

function exampleOfProperties(schema: SchemaObject, schemas: Schemas, depth: number): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {});
  return Object.fromEntries(
    properties.map(([name, property]) => [name, exampleOf(property, schemas, depth + 1)]),
  );
}

/** Returns the first type: OpenAPI 3.1 lists several if null is allowed. */
function firstType(type: string | readonly string[] | undefined): string | undefined {
  return typeof type === 'string' ? type : type?.[0];
}
