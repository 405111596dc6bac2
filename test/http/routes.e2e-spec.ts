import { REQUESTS } from '../factories/valid-requests.js';
import { createStoreFixture, CALLERS, type Caller, type StoreFixture } from '../factories/store-fixture.js';
import { OPERATIONS } from '../support/assertions/api-document.js';
import { startServer } from '../support/servers/server.js';
import { rawRequest } from '../support/attacks/valid-request.js';
import { sendRaw } from '../support/clients/raw-request.js';
import { routeTable } from './route-table.js';

const table = routeTable();

let fixture: StoreFixture;
beforeAll(async () => {
  fixture = await createStoreFixture(await startServer());
});

it('has a line for every operation of the API description and for no other', () => {
  const described = OPERATIONS.map((operation) => operation.id).sort();
  expect([...table.keys()].sort()).toEqual(described);
  expect(Object.keys(REQUESTS).sort()).toEqual(described);
});

it.each(OPERATIONS)(
  'responds to $method $path with the status in the table for every role',
  async (operation) => {
    const expected = table.get(operation.id);
    const factory = REQUESTS[operation.id];
    if (expected === undefined || factory === undefined)
      throw new Error(`${operation.id} is missing in the table.`);
    const answered: Partial<Record<Caller, number>> = {};
    const bodies: string[] = [];
    for (const caller of CALLERS) {
      const valid = await factory(fixture, caller);
      const { headers, ...raw } = rawRequest(operation, valid);
      const bearer = valid.by ?? (caller === 'anonymous' ? undefined : fixture.users[caller]);
      const isKnown = caller !== 'anonymous' && bearer !== undefined;
      const { authorization: _, ...rest } = headers ?? {};
      const response = await sendRaw(fixture.server.url, {
        ...raw,
        headers: { ...rest, ...(isKnown ? { authorization: `Bearer ${bearer.accessToken}` } : {}) },
      });
      answered[caller] = response.status;
      bodies.push(`${caller}: ${response.text.slice(0, 300)}`);
    }
    expect({ answered, bodies }).toEqual({ answered: expected, bodies });
  },
);
