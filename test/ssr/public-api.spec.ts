import type { HttpAdapterHost } from '@nestjs/core';
import fastify, { type FastifyInstance } from 'fastify';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import {
  onRequestCompleted,
  type CompletedRequest,
} from '../../src/platform/http/observability/request-completed.js';
import { PublicApi } from '../../src/ssr/public-api.js';

const ADDRESS = '203.0.113.7';

const CACHEABLE = { 'cache-control': 'public, max-age=0, must-revalidate', etag: '"1"' };

let server: FastifyInstance;
let api: PublicApi;
let completed: CompletedRequest[];

beforeEach(async () => {
  completed = [];
  server = fastify();
  onRequestCompleted(server, (request) => completed.push(request));
  server.get('/public', (_, reply) => reply.headers(CACHEABLE).send('{"a":1}'));
  server.get('/private', (_, reply) => reply.header('cache-control', 'no-store').send('{}'));
  server.get('/failing', (_, reply) => reply.status(500).send('{}'));
  server.get('/unavailable', (_, reply) => reply.status(503).send('{}'));
  server.get('/whose', (request, reply) => reply.headers(CACHEABLE).send(request.ip));
  server.get('/hanging', () => new Promise(() => undefined));
  await server.ready();
  api = new PublicApi({ httpAdapter: { getInstance: () => server } } as unknown as HttpAdapterHost);
});

afterEach(() => server.close());

it('returns public responses and missing ones', async () => {
  expect(await api.get('/public', ADDRESS)).toEqual({ status: 200, etag: '"1"', body: '{"a":1}' });
  expect(await api.get('/missing', ADDRESS)).toMatchObject({ status: 404 });
});

it('requests in the name of the client’s address', async () => {
  expect(await api.get('/whose', ADDRESS)).toMatchObject({ body: ADDRESS });
});

it('refuses responses that are not the same for all clients, and failures', async () => {
  await expect(api.get('/private', ADDRESS)).rejects.toThrow('GET /private is not public.');
  await expect(api.get('/failing', ADDRESS)).rejects.toThrow('GET /failing returned 500.');
  await expect(api.get('/unavailable', ADDRESS)).rejects.toMatchObject({ code: 'database.unavailable' });
});

it('reads the response cache before it makes a request', async () => {
  const cached = { etag: '"2"', payload: Buffer.from('{"a":2}') };
  api.useCache({ cached: (url) => (url === '/hanging' ? cached : undefined) });
  expect([await api.etag('/hanging', ADDRESS), await api.etag('/public', ADDRESS)]).toEqual(['"2"', '"1"']);
  expect(await api.get('/hanging', ADDRESS)).toEqual({ status: 200, etag: '"2"', body: '{"a":2}' });
});

it('answers during shutdown', async () => {
  const closing = server.close();
  expect(await api.get('/public', ADDRESS)).toMatchObject({ status: 200 });
  await closing;
});

it('gives up on a response after ten seconds', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const pending = expect(api.get('/hanging', ADDRESS)).rejects.toThrow('No response within 10000 ms.');
  jest.advanceTimersByTime(10 * SECOND_MS);
  await pending;
  jest.useRealTimers();
});

it('makes requests that are neither logged nor measured', async () => {
  await api.get('/public', ADDRESS);
  expect(completed).toEqual([]);
  await fetch(`${await server.listen()}/public`);
  expect(completed).toEqual([expect.objectContaining({ url: '/public', status: 200 })]);
});
