import { readFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/lib/root.mjs';

export interface ApiSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, ApiSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: ApiSchema;
  readonly allOf?: readonly ApiSchema[];
  readonly anyOf?: readonly ApiSchema[];
  readonly $ref?: string;
  readonly maximum?: number;
}

export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: ApiSchema;
}

/** An operation of `openapi.json`. */
export interface ApiOperation {
  readonly id: string;
  readonly method: string;
  /** With `{parameters}` in braces. */
  readonly path: string;
  /** True if it requires no access token. */
  readonly isPublic: boolean;
  readonly parameters: readonly ApiParameter[];
  /** Schema and example by media type. */
  readonly body: Readonly<Record<string, { readonly schema?: ApiSchema; readonly example?: object }>>;
  /** Codes of the problems that it can return. */
  readonly problems: readonly string[];
}

type Responses = Readonly<
  Record<string, { readonly content?: Readonly<Record<string, { readonly examples?: object }>> }>
>;

interface Document {
  readonly paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        security?: object[];
        parameters?: ApiParameter[];
        requestBody?: { content: ApiOperation['body'] };
        responses: Responses;
      }
    >
  >;
  readonly components: { readonly schemas: Record<string, ApiSchema> };
}

const document = JSON.parse(readFileSync(inRoot('openapi.json'), 'utf8')) as Document;

/** Every operation of the committed API description. */
export const OPERATIONS: readonly ApiOperation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    isPublic: !(operation.security ?? []).some((scheme) => 'bearer' in scheme),
    parameters: operation.parameters ?? [],
    body: operation.requestBody?.content ?? {},
    problems: Object.values(operation.responses).flatMap(({ content }) =>
      Object.keys(content?.['application/problem+json']?.examples ?? {}),
    ),
  })),
);

/** Resolves the reference of a schema. */
export function resolved(schema: ApiSchema | undefined): ApiSchema {
  if (schema === undefined) return {};
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (ref === undefined) return schema;
  return resolved(document.components.schemas[ref.replace('#/components/schemas/', '')]);
}
