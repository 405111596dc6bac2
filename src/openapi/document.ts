import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
type Components = NonNullable<OpenAPIObject['components']>;
export type Schema = NonNullable<Components['schemas']>[string];
export type SchemaObject = Exclude<Schema, { $ref: string }>;
export type Responses = Operation['responses'];
export type Response = NonNullable<Responses[string]>;

export type Method = (typeof METHODS)[number];

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'] as const;

/** Returns the document with each schema replaced by the result of `change`, after the schemas within it. */
export function mapSchemas(
  document: OpenAPIObject,
  change: (schema: SchemaObject) => SchemaObject,
): OpenAPIObject {
  const map = (schema: Schema): Schema => ('$ref' in schema ? schema : change(withParts(schema, map)));
  const schemas = mapValues(document.components?.schemas ?? {}, map);
  const mapped = mapOperations(document, (operation) => ({
    ...operation,
    parameters: operation.parameters?.map((parameter) => withSchema(parameter, map)),
    requestBody: withContent(operation.requestBody, map),
    responses: mapValues(operation.responses, (response) => withContent(response, map)),
  }));
  return { ...mapped, components: { ...document.components, schemas } };
}

type Change<Value> = (value: Value) => Value;

function withParts(schema: SchemaObject, map: Change<Schema>): SchemaObject {
  const { properties, items } = schema;
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: mapValues(properties, map) }),
    ...(items === undefined ? {} : { items: map(items) }),
  };
}

function withContent<Part extends object | undefined>(part: Part, map: Change<Schema>): Part {
  const { content } = (part ?? {}) as { content?: Record<string, { schema?: Schema }> };
  if (content === undefined) return part;
  return { ...part, content: mapValues(content, (media) => withSchema(media, map)) };
}

function withSchema<Part extends object>(part: Part, map: Change<Schema>): Part {
  const { schema } = part as { schema?: Schema };
  return schema === undefined ? part : { ...part, schema: map(schema) };
}

function mapValues<Value>(
  values: Readonly<Record<string, Value>>,
  map: Change<Value>,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}

/** Returns the document with each operation replaced by the result of `change`. */
export function mapOperations(
  document: OpenAPIObject,
  change: (operation: Operation, path: string, method: Method) => Operation,
): OpenAPIObject {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const operations = METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [[method, change(operation, path, method)] as const];
    });
    return [path, { ...item, ...Object.fromEntries(operations) }] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
