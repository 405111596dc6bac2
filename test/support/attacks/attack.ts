import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { REQUESTS } from '../../factories/valid-requests.js';
import { createStoreFixture, type Caller, type StoreFixture } from '../../factories/store-fixture.js';
import { newAdmin } from '../../factories/users.js';
import { routeTable } from '../../http/route-table.js';
import { OPERATIONS, type ApiOperation } from '../assertions/api-document.js';
import { expectBalancedBooks } from '../assertions/books.js';
import { sendRaw, type RawResponse, type RawRequest } from '../clients/raw-request.js';
import { sleep } from '../servers/processes.js';
import { NO_BACKGROUND_JOBS, startServer, type Server } from '../servers/server.js';
import { rawRequest, type ValidRequest } from './valid-request.js';

const RESPONSE_TIMEOUT_S = 5;
const MAX_PROBLEM_LENGTH = 64 * 1024;
const COUNTED_TABLES = [
  'users',
  'products',
  'orders',
  'order_items',
  'sections',
  'section_requests',
  'cart_items',
  'stock_movements',
  'documents',
];

const table = routeTable();

let fixture: StoreFixture;

/** Makes a valid request hostile. */
export type Change = (raw: RawRequest) => RawRequest;

/** Starts the store that the attacks of a test file target. */
export function startAttackedStore(): void {
  beforeAll(async () => {
    const server = await startServer({ env: NO_BACKGROUND_JOBS });
    const store = await createStoreFixture(server);
    // The token that the store itself gives expires after five minutes, before a long file ends.
    fixture = { ...store, users: { ...store.users, admin: await newAdmin(server) } };
  });
}

/** Expects balanced books after the attacks, and no failed request in the log. */
export async function expectConsistentStore(): Promise<void> {
  await expectBalancedBooks(fixture.server, fixture.users.admin);
  expect(fixture.server.logs()).not.toMatch(/request failed/);
}

/** Sends hostile variations of one operation's valid request as an allowed user, and collects the errors. */
export class Attack {
  readonly errors: string[] = [];
  private readonly caller: Caller;
  private valid: ValidRequest | undefined;

  constructor(readonly operation: ApiOperation) {
    const allowed = Object.entries(table.get(operation.id) ?? {}).filter(([, status]) => status < 300);
    this.caller = (allowed[0]?.[0] ?? 'admin') as Caller;
  }

  /** Returns the request that is varied. A new one is created after an accepted variation. */
  async base(): Promise<ValidRequest> {
    const examples = Object.values(this.operation.body)[0]?.example;
    this.valid ??= await (REQUESTS[this.operation.id]?.(fixture, this.caller) ?? { json: examples ?? {} });
    return this.valid;
  }

  /** @param mustBeRefused true if the request is invalid, and not merely unusual */
  async send(label: string, change: Change, mustBeRefused: boolean): Promise<void> {
    const raw = rawRequest(this.operation, await this.base());
    const bearer = this.caller === 'anonymous' ? undefined : fixture.users[this.caller];
    const authorization: Record<string, string> =
      bearer === undefined ? {} : { authorization: `Bearer ${bearer.accessToken}` };
    const changed = change({ ...raw, headers: { ...authorization, ...raw.headers } });
    const response = await sendRaw(fixture.server.url, changed).catch((error: unknown) => String(error));
    if (typeof response === 'string') {
      this.errors.push(`${label}: no response (${response})`);
      return;
    }
    if (response.status < 300) this.valid = undefined;
    const errors = errorsOf(response);
    if (mustBeRefused && response.status < 400) errors.push('accepted');
    this.errors.push(
      ...errors.map((error) => `${label}: ${error} (${response.status} ${response.text.slice(0, 200)})`),
    );
  }
}

function errorsOf({ status, headers, text, milliseconds }: RawResponse): string[] {
  const errors = milliseconds > RESPONSE_TIMEOUT_S * SECOND_MS ? [`took ${Math.round(milliseconds)} ms`] : [];
  if (status >= 500) errors.push('server error');
  if (/node_modules|\.js:\d|at \w+ \(|SQLITE|QueryFailed|syntax error at/i.test(text))
    errors.push('leaks internals');
  if (status < 400) return errors;
  if (text.length > MAX_PROBLEM_LENGTH) errors.push(`a problem of ${text.length} characters`);
  if (!(headers['content-type'] ?? '').startsWith('application/problem+json'))
    errors.push('no problem document');
  const problem = problemIn(text);
  if (problem['status'] !== status) errors.push('body with another status');
  for (const member of ['type', 'title', 'detail', 'code', 'requestId']) {
    if (typeof problem[member] !== 'string' || problem[member] === '') errors.push(`missing ${member}`);
  }
  return errors;
}

function problemIn(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Returns the processor time that the attacked store has taken so far, in milliseconds. */
export async function processorTimeMs(): Promise<number> {
  const { text } = await sendRaw(fixture.server.url, { method: 'GET', path: '/metrics' });
  const [, seconds] = /^process_cpu_seconds_total (\S+)/m.exec(text) ?? [];
  return Number(seconds) * SECOND_MS;
}

/** Asks whether the attacked store is alive, all the time. Returns a function that ends it and returns the longest response time. */
export function watchHealth(): () => Promise<number> {
  const watch = { isOver: false, longestMs: 0 };
  const watching = (async () => {
    while (!watch.isOver) {
      const { milliseconds } = await sendRaw(fixture.server.url, { method: 'GET', path: '/health/live' });
      watch.longestMs = Math.max(watch.longestMs, milliseconds);
      await sleep(20);
    }
  })();
  return async () => {
    watch.isOver = true;
    await watching;
    return watch.longestMs;
  };
}

/** Counts the rows of the tables that an attack might write to. */
async function countRows(server: Server): Promise<Record<string, number>> {
  const each = COUNTED_TABLES.map((name) => `(SELECT count(*) FROM ${name}) AS ${name}`);
  const [row] = await server.rows<Record<string, number>>(`SELECT ${each.join(', ')}`);
  if (row === undefined) throw new Error('Counting the tables returned no row.');
  return row;
}

/** Runs the attacks. If every one must be refused, expects unchanged row counts afterwards. */
export async function expectToWithstand(
  operation: ApiOperation,
  attacks: (attack: Attack) => Promise<void>,
  { unchanged = true } = {},
): Promise<void> {
  const attack = new Attack(operation);
  await attack.base();
  const before = await countRows(fixture.server);
  await attacks(attack);
  expect(attack.errors).toEqual([]);
  if (unchanged) expect(await countRows(fixture.server)).toEqual(before);
}

export const withQuery =
  (query: string): Change =>
  (raw) => ({ ...raw, path: `${raw.path}${raw.path.includes('?') ? '&' : '?'}${query}` });

/** Replaces a parameter of the valid request. */
export const withParameter =
  (name: string, value: string): Change =>
  (raw) => {
    const [path = '', query = ''] = raw.path.split('?');
    const others = query.split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`));
    return { ...raw, path: `${path}?${[...others, `${name}=${value}`].join('&')}` };
  };

export const withBody =
  (
    body: string | Buffer | undefined,
    headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
  ): Change =>
  (raw) => {
    const { 'content-type': _, ...rest } = raw.headers ?? {};
    return { ...raw, headers: { ...rest, ...headers }, body };
  };

export const withHeader =
  (name: string, value: string | string[]): Change =>
  (raw) => ({ ...raw, headers: { ...raw.headers, [name]: value } });

const hasParameterIn = (location: 'query' | 'path') => (operation: ApiOperation) =>
  operation.parameters.some((parameter) => parameter.in === location);

export const WITH_QUERY = OPERATIONS.filter(hasParameterIn('query'));
export const WITHOUT_QUERY = OPERATIONS.filter((operation) => !hasParameterIn('query')(operation));
export const WITH_PATH = OPERATIONS.filter(hasParameterIn('path'));
export const WITH_JSON = OPERATIONS.filter(({ body }) => body['application/json'] !== undefined);
export const WRITING = OPERATIONS.filter(({ method }) => method !== 'GET');
export const WITHOUT_BODY = WRITING.filter(({ body }) => Object.keys(body).length === 0);
