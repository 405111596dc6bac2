import { REQUESTS } from '../factories/valid-requests.js';
import { newWorld, WHO, type Who, type World } from '../factories/world.js';
import { OPERATIONS } from '../support/assertions/api-document.js';
import { rawRequest } from '../support/attacks/valid-request.js';
import { sendRaw } from '../support/clients/raw-request.js';
import { startServer } from '../support/servers/server.js';
import { routeTable } from './route-table.js';

const table = routeTable();

let world: World;
beforeAll(async () => {
  world = await newWorld(await startServer());
});

it('has a line for every operation of the API description and for no other', () => {
  const described = OPERATIONS.map((operation) => operation.id).sort();
  expect([...table.keys()].sort()).toEqual(described);
  expect(Object.keys(REQUESTS).sort()).toEqual(described);
});

it.each(OPERATIONS)(
  'answers $method $path with the status of the table for every role',
  async (operation) => {
    const expected = table.get(operation.id);
    const factory = REQUESTS[operation.id];
    if (expected === undefined || factory === undefined)
      throw new Error(`${operation.id} is missing in the table.`);
    const answered: Partial<Record<Who, number>> = {};
    const bodies: string[] = [];
    for (const who of WHO) {
      const valid = await factory(world, who);
      const { headers, ...raw } = rawRequest(operation, valid);
      const bearer = valid.by ?? (who === 'anonymous' ? undefined : world.people[who]);
      const isKnown = who !== 'anonymous' && bearer !== undefined;
      const { authorization: _, ...rest } = headers ?? {};
      const answer = await sendRaw(world.server.url, {
        ...raw,
        headers: { ...rest, ...(isKnown ? { authorization: `Bearer ${bearer.accessToken}` } : {}) },
      });
      answered[who] = answer.status;
      bodies.push(`${who}: ${answer.text.slice(0, 300)}`);
    }
    expect({ answered, bodies }).toEqual({ answered: expected, bodies });
  },
);
