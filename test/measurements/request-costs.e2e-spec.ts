import { MAX_BODY_BYTES, MAX_URL_LENGTH } from '../../src/platform/http/limits/request-limits.js';
import { OPERATIONS, type ApiOperation } from '../support/assertions/api-document.js';
import {
  expectConsistentStore,
  expectToWithstand,
  processorTimeMs,
  startAttackedStore,
  watchHealth,
  withBody,
  WITH_QUERY,
  withQuery,
  WRITING,
  type Attack,
  type Change,
} from '../support/attacks/attack.js';
import { costlyBodies, costlyForms, costlyQueries } from '../support/attacks/costly-requests.js';
import { inScope } from '../support/scope.js';

const MAX_PROCESSOR_TIME_MS = 300;
const ATTEMPTS = 3;
const MAX_HEALTH_TIME_MS = 500;
/** A little more than what `sendRaw` sends without waiting for an early response. */
const MEGABYTE = 1024 * 1024 + 1;

/** Every operation in a run of all tests, otherwise one of nine: others in each hour. */
const STRIDE = inScope({ essential: 9, all: 1 });
const someOf = (operations: readonly ApiOperation[]): ApiOperation[] =>
  operations.filter((_, i) => (i + new Date().getUTCHours()) % STRIDE === 0);

startAttackedStore();

let stopWatching: () => Promise<number>;
beforeAll(() => {
  stopWatching = watchHealth();
});

const withoutCredentials =
  (change: Change): Change =>
  (raw) => {
    const { authorization: _, ...headers } = change(raw).headers ?? {};
    return { ...change(raw), headers };
  };

/**
 * Sends a body with and without credentials: it is parsed before anyone is authenticated. Expects that each costs the store no
 * more processor time than one request may.
 */
async function sendToBoth(
  attack: Attack,
  label: string,
  change: Change,
  mustBeRefused: boolean,
): Promise<void> {
  await expectCheap(label, () => attack.send(label, change, mustBeRefused));
  if (!attack.operation.isPublic)
    await expectCheap(label, () => attack.send(`${label}, anonymous`, withoutCredentials(change), true));
}

/**
 * Expects that some work costs the store less processor time than one request may. What costs more is repeated: a job of the
 * store, such as an invoice, may have run at the same time, but not each time.
 */
async function expectCheap(label: string, work: () => Promise<void>): Promise<void> {
  const costs: number[] = [];
  while (costs.length < ATTEMPTS) {
    const before = await processorTimeMs();
    await work();
    const milliseconds = (await processorTimeMs()) - before;
    if (milliseconds <= MAX_PROCESSOR_TIME_MS) return;
    costs.push(Math.round(milliseconds));
  }
  throw new Error(`${label} took ${costs.join(', ')} ms.`);
}

/** Attacks that the store may refuse or ignore. They may change something, such as ending a session. */
const expectToBearAll = (
  operation: ApiOperation,
  attacks: (attack: Attack) => Promise<void>,
): Promise<void> => expectToWithstand(operation, attacks, { unchanged: false });

const hasJson = ({ body }: ApiOperation): boolean => body['application/json'] !== undefined;
/** The parser cuts them at its limits, and never reads the rest: such a form may be accepted. */
const HEADERS_OF_A_PART = /^a part with/;
const acceptsForm = ({ body }: ApiOperation): boolean => body['multipart/form-data'] !== undefined;

function maxBodyBytes({ id, isPublic }: ApiOperation): number {
  if (id === 'changeProducts') return MAX_BODY_BYTES.bulk;
  return isPublic ? MAX_BODY_BYTES.anonymous : MAX_BODY_BYTES.signedIn;
}

describe('a body of a megabyte', () => {
  it.each(someOf(WRITING))('is refused at little cost by $method $path', async (operation) => {
    await expectToBearAll(operation, async (attack) => {
      for (const [label, body] of Object.entries(costlyBodies(operation, MEGABYTE)))
        await sendToBoth(attack, label, withBody(body), hasJson(operation));
    });
  });

  it.each(someOf(WRITING))('is refused without a declared length by $method $path', async (operation) => {
    const [[label, body] = ['', '']] = Object.entries(costlyBodies(operation, MEGABYTE));
    await expectToBearAll(operation, async (attack) => {
      await sendToBoth(attack, label, (raw) => ({ ...withBody(body)(raw), chunked: true }), true);
    });
  });

  it.each(OPERATIONS.filter(acceptsForm))('costs little as a form at $method $path', async (operation) => {
    await expectToBearAll(operation, async (attack) => {
      for (const [label, { type, content }] of Object.entries(costlyForms(MEGABYTE)))
        await sendToBoth(
          attack,
          label,
          withBody(content, { 'content-type': type }),
          !operation.isPublic && !HEADERS_OF_A_PART.test(label),
        );
    });
  });
});

describe('a body of the largest size', () => {
  it.each(someOf(WRITING))('costs little at $method $path', async (operation) => {
    await expectToBearAll(operation, async (attack) => {
      for (const [label, body] of Object.entries(costlyBodies(operation, maxBodyBytes(operation) - 3000)))
        await sendToBoth(attack, label, withBody(body), hasJson(operation));
    });
  });
});

describe('a long query', () => {
  it.each(someOf(WITH_QUERY))('costs little at $method $path', async (operation) => {
    await expectToBearAll(operation, async (attack) => {
      for (const length of [MAX_URL_LENGTH - 1000, MAX_URL_LENGTH + 1000, 15_000])
        for (const [label, query] of Object.entries(costlyQueries(length)))
          await sendToBoth(attack, `${label}, ${length}`, withQuery(query), true);
    });
  });
});

it('leaves the store alive and consistent', async () => {
  expect(await stopWatching()).toBeLessThan(MAX_HEALTH_TIME_MS);
  await expectConsistentStore();
});
