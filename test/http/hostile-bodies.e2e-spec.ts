import { resolved, type ApiSchema } from '../support/assertions/api-document.js';
import {
  expectConsistentStore,
  expectToWithstand,
  startAttackedStore,
  WITH_JSON,
  withBody,
} from '../support/attacks/attack.js';
import { hostileFields } from '../support/attacks/hostile-fields.js';
import { READ_ONLY_FIELDS, INVALID_BODIES } from '../support/attacks/hostile-values.js';

startAttackedStore();

/** Returns the paths of all fields of a body's schema, with the schema of each. */
function fieldsOf(
  schema: ApiSchema,
  path: readonly (string | number)[] = [],
): { path: (string | number)[]; schema: ApiSchema }[] {
  return Object.entries(resolved(schema).properties ?? {}).flatMap(([name, of]) => {
    const field = resolved(of);
    const fieldPath = [...path, name];
    const items = field.items === undefined ? [] : fieldsOf(field.items, [...fieldPath, 0]);
    return [{ path: fieldPath, schema: field }, ...fieldsOf(field, fieldPath), ...items];
  });
}

const VALUE_PLACEHOLDER = 'placeholder-of-the-hostile-value';

/** Returns the valid body with one field replaced, as JSON text. */
function bodyWith(valid: object, path: readonly (string | number)[], json: string): string {
  const body = structuredClone(valid) as Record<string | number, unknown>;
  const parent = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, step) => {
    at[step] ??= {};
    return at[step] as Record<string | number, unknown>;
  }, body);
  parent[path.at(-1) ?? ''] = VALUE_PLACEHOLDER;
  return JSON.stringify(body).replace(JSON.stringify(VALUE_PLACEHOLDER), () => json);
}

describe('hostile bodies', () => {
  it.each(WITH_JSON)('are refused with a field of the wrong type by $method $path', async (operation) => {
    const schema = operation.body['application/json']?.schema;
    await expectToWithstand(operation, async (attack) => {
      for (const field of fieldsOf(schema ?? {})) {
        for (const { json } of hostileFields(field.schema).filter((value) => value.mustBeRefused)) {
          const body = bodyWith((await attack.base()).json ?? {}, field.path, json);
          await attack.send(`${field.path.join('.')}: ${json.slice(0, 60)}`, withBody(body), true);
        }
      }
    });
  });

  it.each(WITH_JSON)(
    'are refused or treated as data with an unusual value by $method $path',
    async (operation) => {
      const schema = operation.body['application/json']?.schema;
      await expectToWithstand(
        operation,
        async (attack) => {
          for (const field of fieldsOf(schema ?? {})) {
            for (const { json } of hostileFields(field.schema).filter((value) => !value.mustBeRefused)) {
              const body = bodyWith((await attack.base()).json ?? {}, field.path, json);
              await attack.send(`${field.path.join('.')}: ${json}`, withBody(body), false);
            }
          }
        },
        { unchanged: false },
      );
    },
  );

  it.each(WITH_JSON)('are refused with an unknown or a missing field by $method $path', async (operation) => {
    const schema = resolved(operation.body['application/json']?.schema);
    await expectToWithstand(operation, async (attack) => {
      const { json = {} } = await attack.base();
      for (const [name, value] of Object.entries(READ_ONLY_FIELDS)) {
        if (name in (schema.properties ?? {}) && Object.hasOwn(schema.properties ?? {}, name)) continue;
        await attack.send(`and ${name}`, withBody(JSON.stringify({ ...json, [name]: value })), true);
      }
      for (const extra of [
        '"__proto__":{"role":"admin"}',
        '"constructor":{"prototype":{}}',
        '"constructor":1',
      ]) {
        const body = JSON.stringify(json).replace(/^\{(.?)/, (_, next: string) =>
          next === '}' ? `{${extra}}` : `{${extra},${next}`,
        );
        await attack.send(`and ${extra}`, withBody(body), true);
      }
      for (const name of schema.required ?? []) {
        const rest = Object.fromEntries(Object.entries(json).filter(([field]) => field !== name));
        await attack.send(`without ${name}`, withBody(JSON.stringify(rest)), true);
      }
    });
  });

  it.each(WITH_JSON)('are refused without valid JSON by $method $path', async (operation) => {
    const needsBody = (resolved(operation.body['application/json']?.schema).required ?? []).length > 0;
    await expectToWithstand(operation, async (attack) => {
      for (const [label, body] of Object.entries(INVALID_BODIES))
        await attack.send(label, withBody(body), true);
      if (!needsBody) return;
      await attack.send('null', withBody('null'), true);
      await attack.send('an empty body', withBody(''), true);
      await attack.send('no body', withBody(undefined, {}), true);
    });
  });

  it.each(WITH_JSON)('are refused with another type or encoding by $method $path', async (operation) => {
    await expectToWithstand(
      operation,
      async (attack) => {
        const json = JSON.stringify((await attack.base()).json);
        for (const type of [
          'text/plain',
          'application/xml',
          'application/x-www-form-urlencoded',
          'multipart/form-data',
          'multipart/form-data; boundary=x',
          'application/jsonp',
          'nonsense',
          ';;;',
          'application/json; charset=',
          `text/${'a'.repeat(2000)}`,
        ]) {
          const mustBeRefused = !type.startsWith('application/json;');
          await attack.send(type.slice(0, 60), withBody(json, { 'content-type': type }), mustBeRefused);
        }
        await attack.send('no type', withBody(json, {}), true);
      },
      { unchanged: false },
    );
  });
});

it('leaves the store consistent after hostile bodies', expectConsistentStore);
