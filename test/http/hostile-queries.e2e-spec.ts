import { resolved } from '../support/assertions/api-document.js';
import {
  expectConsistentStore,
  expectToWithstand,
  startAttackedStore,
  WITH_PATH,
  WITH_QUERY,
  WITHOUT_QUERY,
  withParameter,
  withQuery,
  type Change,
} from '../support/attacks/attack.js';
import {
  craftedCursors,
  HOSTILE_SEGMENTS,
  HOSTILE_VALUES,
  hostileQueries,
  UNKNOWN_QUERIES,
} from '../support/attacks/hostile-values.js';

startAttackedStore();

describe('hostile queries', () => {
  it.each(WITH_QUERY)('are refused or ignored safely by $method $path', async (operation) => {
    await expectToWithstand(
      operation,
      async (attack) => {
        const parameters = operation.parameters.filter((parameter) => parameter.in === 'query');
        for (const { name } of parameters) {
          for (const value of HOSTILE_VALUES)
            await attack.send(`${name}=${value.slice(0, 60)}`, withParameter(name, value), false);
          for (const query of hostileQueries(name)) await attack.send(query, withQuery(query), false);
        }
        for (const query of UNKNOWN_QUERIES) await attack.send(query.slice(0, 60), withQuery(query), true);
      },
      { unchanged: operation.method === 'GET' },
    );
  });

  it.each(WITHOUT_QUERY)('do not affect $method $path, which has no query', async (operation) => {
    await expectToWithstand(
      operation,
      async (attack) => {
        for (const query of [UNKNOWN_QUERIES.join('&'), 'q[]=1&q=2&limit=a', 'a=%00', 'a=%FF', '%', '?'])
          await attack.send(query.slice(0, 60), withQuery(query), false);
      },
      { unchanged: false },
    );
  });

  it.each(WITH_QUERY.filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor')))(
    'are refused or ignored safely with a crafted cursor by $method $path',
    async (operation) => {
      const enumOf = (name: string): readonly string[] =>
        (resolved(operation.parameters.find((parameter) => parameter.name === name)?.schema).enum ??
          []) as string[];
      await expectToWithstand(operation, async (attack) => {
        const orders = enumOf('sort');
        const sorts = [...new Set([...orders, 'newest', 'newest-first', '__proto__'])];
        for (const cursor of craftedCursors(sorts)) {
          const label = Buffer.from(cursor, 'base64url').toString();
          await attack.send(label, withQuery(`cursor=${cursor}`), false);
          for (const sort of orders)
            await attack.send(`${sort}: ${label}`, withQuery(`q=to&sort=${sort}&cursor=${cursor}`), false);
        }
      });
    },
  );
});

describe('hostile IDs', () => {
  it.each(WITH_PATH)('are not found by $method $path', async (operation) => {
    await expectToWithstand(operation, async (attack) => {
      const known = operation.path.split('?')[0] ?? '';
      for (const segment of HOSTILE_SEGMENTS) {
        const path = known.replace(/\{\w+\}/, () => segment);
        const change: Change = (raw) => ({
          ...raw,
          path: raw.path.includes('?') ? `${path}?${raw.path.split('?')[1] ?? ''}` : path,
        });
        // Removing a product that is not in the cart is no error.
        await attack.send(segment.slice(0, 60), change, operation.id !== 'removeCartItem');
      }
    });
  });
});

it('leaves the store consistent after hostile queries', expectConsistentStore);
