import { Controller, Get, Global, Module, type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { RedisConnection } from '../../src/platform/cache/redis-connection.js';
import { ConfigModule } from '../../src/platform/config/config.module.js';
import { ProblemFilter } from '../../src/platform/http/errors/problem.filter.js';
import { Limited, LimitedSearch } from '../../src/platform/http/throttling/limited.js';
import { ThrottlingModule } from '../../src/platform/http/throttling/throttling.module.js';
import { testConfig } from '../support/stores/config.js';

@Controller()
class Reports {
  @Get('sales')
  @Limited('reports')
  sales(): string {
    return 'sales';
  }

  @Get('stock')
  @Limited('reports')
  stock(): string {
    return 'stock';
  }

  @Get('products')
  @LimitedSearch('searches')
  products(): string {
    return 'products';
  }
}

const NO_REDIS: Provider = { provide: RedisConnection, useValue: undefined };

@Global()
@Module({ providers: [NO_REDIS], exports: [RedisConnection] })
class NoRedis {}

let app: NestFastifyApplication;

async function start(variables: Readonly<Record<string, string>>): Promise<void> {
  @Module({
    imports: [ConfigModule.with(testConfig(variables)), NoRedis, ThrottlingModule],
    controllers: [Reports],
  })
  class Store {}
  app = await NestFactory.create<NestFastifyApplication>(Store, new FastifyAdapter(), { logger: false });
  // Stands for the guard that authenticates the user.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const id = request.headers['x-user'];
      if (id !== undefined) Object.assign(request, { user: { id } });
      done();
    });
  app.useGlobalFilters(new ProblemFilter({ failed: () => undefined } as never, (error) => error));
  await app.init();
}
afterEach(() => app.close());

const get = (url: string, user?: string, remoteAddress = '127.0.0.1'): ReturnType<typeof app.inject> =>
  app.inject({ url, remoteAddress, headers: user === undefined ? {} : { 'x-user': user } });

const statusesOf = async (count: number, url: string, user?: string, address?: string): Promise<number[]> => {
  const statuses: number[] = [];
  for (let i = 0; i < count; i++) statuses.push((await get(url, user, address)).statusCode);
  return statuses;
};

it('limits an account over all routes of the same name, and no other account', async () => {
  await start({ REQUEST_LIMITS: 'reports=3' });
  expect(await statusesOf(2, '/sales', 'a')).toEqual([200, 200]);
  expect(await statusesOf(2, '/stock', 'a')).toEqual([200, 429]);
  expect(await statusesOf(1, '/stock', 'b')).toEqual([200]);
});

it('says when to try again', async () => {
  await start({ REQUEST_LIMITS: 'reports=1' });
  await get('/sales', 'a');
  const refused = await get('/sales', 'a');
  expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem: Record<string, unknown> = refused.json();
  expect(problem).toMatchObject({ status: 429, code: 'request.too-many' });
  const seconds = Number(refused.headers['retry-after']);
  expect(problem['retryAfterSeconds']).toBe(seconds);
  expect(seconds).toBeGreaterThan(590);
  expect(seconds).toBeLessThanOrEqual(600);
});

it('counts searches with words, by address, and a network of IPv6 as one', async () => {
  await start({ REQUEST_LIMITS: 'searches=2' });
  expect(await statusesOf(4, '/products')).toEqual([200, 200, 200, 200]);
  expect(await statusesOf(2, '/products?q=')).toEqual([200, 200]);
  expect(await statusesOf(3, '/products?q=milk')).toEqual([200, 200, 429]);
  expect(await statusesOf(1, '/products?q=milk', undefined, '192.0.2.1')).toEqual([200]);
  expect(await statusesOf(2, '/products?q=milk', undefined, '2001:db8::1')).toEqual([200, 200]);
  expect(await statusesOf(1, '/products?q=milk', undefined, '2001:db8::2')).toEqual([429]);
});

it('limits nothing if limits are off', async () => {
  await start({ REQUEST_LIMITS: 'reports=1', RATE_LIMITS: 'off' });
  expect(await statusesOf(3, '/sales', 'a')).toEqual([200, 200, 200]);
});
