import { STATUS_CODES } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import { authErrors } from '../auth/auth.errors.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { databaseErrors } from '../platform/database/database.errors.js';
import { PROBLEMS_EXTENSION } from '../platform/http/errors/api-problems.js';
import { MAX_FIELD_ERRORS } from '../platform/http/limits/request-limits.js';
import { LIMITED_EXTENSION } from '../platform/http/throttling/limited.js';
import { mapOperations, type Method, type Operation, type Response, type SchemaObject } from './document.js';

type CodesByStatus = Readonly<Record<string, readonly string[]>>;

/** Problems that any route of a kind can return. Each route declares its own besides. */
const COMMON = {
  input: { 400: [requestErrors.invalid.code] },
  body: { 413: ['request.too-large'], 415: ['request.unsupported-media-type'] },
  secured: { 401: [authErrors.unauthenticated.code], 403: [authErrors.forbidden.code] },
  key: {
    400: [requestErrors['idempotency-key-invalid'].code],
    409: [requestErrors['still-under-way'].code],
    422: [requestErrors['idempotency-key-reused'].code],
  },
  pathParameters: { 404: ['request.no-such-route'] },
  always: { 400: ['request.malformed'], 503: [databaseErrors.unavailable.code] },
  writing: { 503: [databaseErrors['outcome-unknown'].code] },
} as const satisfies Record<string, CodesByStatus>;

export const PROBLEM_SCHEMA: SchemaObject = {
  type: 'object',
  description: 'Problem details as defined by RFC 9457. The `code` is stable; further members depend on it.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Type of the problem.' },
    title: { type: 'string', description: 'Short summary, the same for every occurrence.' },
    status: { type: 'integer', description: 'HTTP status.' },
    detail: { type: 'string', description: 'Sentence about this occurrence, for people.' },
    instance: { type: 'string', description: 'URL of the request.' },
    code: { type: 'string', description: 'Stable code, for programs.' },
    requestId: { type: 'string', description: 'ID of the request in the log.' },
    errors: {
      type: 'array',
      description: 'Errors of single fields.',
      maxItems: MAX_FIELD_ERRORS,
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: {
          field: { type: 'string', description: 'Path of the field in the body.' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
  additionalProperties: true,
};

/** Adds to every operation the problems that it can return, its own and those of its kind. */
export function withProblems(document: OpenAPIObject): OpenAPIObject {
  const described = mapOperations(document, describe);
  const schemas = { ...described.components?.schemas, Problem: PROBLEM_SCHEMA };
  return { ...described, components: { ...described.components, schemas } };
}

function describe(operation: Operation, path: string, method: Method): Operation {
  const {
    [PROBLEMS_EXTENSION]: own,
    [LIMITED_EXTENSION]: limit,
    ...rest
  } = operation as Operation & Record<string, unknown>;
  const limited: CodesByStatus = typeof limit === 'string' ? { 429: [limit] } : {};
  const problems = Object.entries(
    merge([...commonTo(operation, path, method), (own ?? {}) as CodesByStatus, limited]),
  )
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([status, codes]) => [status, problemResponse(Number(status), codes, path)] as const);
  const responses = { ...rest.responses, ...Object.fromEntries(problems), default: anyOtherProblem(path) };
  return { ...(rest as Operation), responses };
}

function commonTo(operation: Operation, path: string, method: Method): CodesByStatus[] {
  const hasBody = operation.requestBody !== undefined;
  const hasInput = hasBody || (operation.parameters ?? []).length > 0;
  return [
    ...(hasInput ? [COMMON.input] : []),
    ...(hasBody ? [COMMON.body] : []),
    ...(isForSignedIn(operation) ? [COMMON.secured] : []),
    ...(takesKey(operation) ? [COMMON.key] : []),
    ...(path.includes('{') ? [COMMON.pathParameters] : []),
    COMMON.always,
    ...(method === 'get' ? [] : [COMMON.writing]),
  ];
}

/** Returns true if the operation can have an Idempotency-Key. One that requires it declares its own problems. */
function takesKey({ parameters = [] }: Operation): boolean {
  return parameters.some(
    (parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key' && parameter.required !== true,
  );
}

/** Returns true if the operation needs an access token. Operations with a cookie declare their own problems. */
function isForSignedIn({ security = [] }: Operation): boolean {
  return security.some((requirement) => 'bearer' in requirement);
}

function merge(all: readonly CodesByStatus[]): CodesByStatus {
  const merged: Record<string, readonly string[]> = {};
  for (const [status, codes] of all.flatMap((codesByStatus) => Object.entries(codesByStatus))) {
    merged[status] = [...new Set([...(merged[status] ?? []), ...codes])];
  }
  return merged;
}

function problemResponse(status: number, codes: readonly string[], path: string): Response {
  return response(
    STATUS_CODES[status] ?? 'A problem',
    codes.map((code) => [code, example(status, code, path)]),
  );
}

function anyOtherProblem(path: string): Response {
  return response('Any other problem', [['internal', example(500, 'internal', path)]]);
}

function response(
  description: string,
  examples: readonly (readonly [string, Record<string, unknown>])[],
): Response {
  const byCode = examples.map(([code, value]) => [code, { summary: String(value['title']), value }] as const);
  return {
    description,
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(byCode),
      },
    },
  };
}

function example(status: number, code: string, path: string): Record<string, unknown> {
  return {
    type: `urn:grocery-store:problem:${code}`,
    title: titleOf(code),
    status,
    detail: 'A sentence about this occurrence.',
    instance: path,
    code,
    requestId: '0199a3c2-5d3f-7b51-9d0c-2f6c7b1e4a58',
    ...(code === requestErrors.invalid.code
      ? {
          errors: [
            {
              field: 'name',
              code: 'field.is-length',
              message: 'name must be longer than or equal to 1 characters.',
            },
          ],
        }
      : {}),
  };
}

/** `catalog.out-of-stock` → Out of stock */
function titleOf(code: string): string {
  const words = code.slice(code.indexOf('.') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
