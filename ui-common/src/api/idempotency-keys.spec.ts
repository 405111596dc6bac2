import createClient from 'openapi-fetch';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MINUTE_MS } from '../dates/durations.ts';
import { idempotencyKeys } from './idempotency-keys.ts';
import type { paths } from './schema';

const HOST = 'http://localhost:3000';
const keys: (string | null)[] = [];
let respond: () => Promise<Response>;

const ok = (): Promise<Response> => Promise.resolve(Response.json({}));
const lost = (): Promise<Response> => Promise.reject(new TypeError('no network'));

function client() {
  const api = createClient<paths>({
    baseUrl: HOST,
    fetch: (request) => {
      keys.push(request.headers.get('idempotency-key'));
      return respond();
    },
  });
  api.use(idempotencyKeys());
  return api;
}
let api: ReturnType<typeof client>;

/** Asks for a section, and ignores a lost answer. */
async function ask(sectionName: string): Promise<void> {
  const body = { requestType: 'create' as const, sectionName, reason: 'People ask for it.' };
  await api.POST('/api/v1/section-requests', { body }).catch(() => undefined);
}

beforeEach(() => {
  vi.stubGlobal('isSecureContext', false);
  vi.useFakeTimers();
  respond = ok;
  api = client();
});
afterEach(() => {
  vi.useRealTimers();
  keys.length = 0;
});

it('sends a new key with each act', async () => {
  await ask('Spices');
  await ask('Spices');
  expect(keys.every((key) => key !== null && key.length > 30)).toBe(true);
  expect(keys[0]).not.toBe(keys[1]);
});

it('keeps the key of an act until it succeeds', async () => {
  respond = lost;
  await ask('Spices');
  await ask('Pickles');
  respond = () => Promise.resolve(Response.json({}, { status: 503 }));
  await ask('Spices');
  respond = ok;
  await ask('Spices');
  await ask('Spices');
  const [first, other, second, third, next] = keys;
  expect([second, third]).toEqual([first, first]);
  expect(other).not.toBe(first);
  expect(next).not.toBe(first);
});

it('takes the same content for another act after ten minutes', async () => {
  respond = lost;
  await ask('Spices');
  vi.advanceTimersByTime(10 * MINUTE_MS);
  await ask('Spices');
  expect(keys[1]).not.toBe(keys[0]);
});

it('sends no key with other operations, and keeps a key that is there', async () => {
  await api.POST('/api/v1/auth/logout');
  await api.GET('/api/v1/cart');
  await api.POST('/api/v1/orders/{id}/cancel', {
    params: { path: { id: '1' }, header: { 'Idempotency-Key': 'mine' } },
  });
  expect(keys).toEqual([null, null, 'mine']);
});
