import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { isCalendarDate, isInstant } from '../../../src/platform/calendar/iso-date.js';
import { isId } from '../../../src/platform/common/id.js';

interface Media {
  readonly schema?: object;
  readonly examples?: object;
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly operation: Operation;
}

const document = closed(JSON.parse(readFileSync(inRoot('openapi.json'), 'utf8')) as object) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
};

const ROUTES: readonly Route[] = Object.entries(document.paths)
  // A fixed path goes before one with a parameter, which would match it too.
  .toSorted(([a], [b]) => a.split('{').length - b.split('{').length)
  .flatMap(([path, item]) => {
    const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
    return Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      pattern,
      operation,
    }));
  });

const ajv = new Ajv2020({
  strict: false,
  formats: {
    uuid: isId,
    'date-time': isInstant,
    date: isCalendarDate,
    email: true,
    uri: true,
    binary: true,
  },
}).addSchema({ $id: 'api', components: document.components });

const validators = new WeakMap<object, ValidateFunction>();

/**
 * Compares a JSON response with `openapi.json`: its status, the members and types of its body, and the code of a problem.
 *
 * @param path of the URL
 * @throws {Error} that names the difference. Paths that are not described are ignored.
 */
export function expectAsDescribed(method: string, path: string, status: number, body: unknown): void {
  const route = ROUTES.find((each) => each.method === method && each.pattern.test(path));
  if (route === undefined || status === 500) return;
  const { content } = route.operation.responses[status] ?? {};
  const media = content?.['application/json'] ?? content?.['application/problem+json'];
  const difference = media === undefined ? 'the status is not described' : differenceIn(media, body);
  if (difference !== undefined)
    throw new Error(`${method} ${path} ${status}: ${difference}\n${JSON.stringify(body)}`);
}

function differenceIn({ schema, examples }: Media, body: unknown): string | undefined {
  if (schema === undefined) return 'the body is not described';
  const validate = validators.get(schema) ?? ajv.compile(localReferences(schema));
  validators.set(schema, validate);
  if (!validate(body)) return ajv.errorsText(validate.errors);
  const { code = '' } = body as { code?: string };
  return examples === undefined || code in examples ? undefined : `the code ${code} is not described`;
}

/** Schemas refer to the components of their document, which the validator knows as `api`. */
function localReferences(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')) as object;
}

/** Allows no members that are not described. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const members = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closed(value)]));
  const isObject =
    'properties' in part && !('additionalProperties' in part) && !Array.isArray(part.properties);
  return isObject ? { ...members, additionalProperties: false } : members;
}
