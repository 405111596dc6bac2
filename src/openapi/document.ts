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
