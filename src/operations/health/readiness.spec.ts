import type { Database } from '../../platform/database/database.js';
import { Readiness } from './readiness.js';

function readinessOf(row: () => Promise<unknown>): Readiness {
  return new Readiness({ read: { row } } as unknown as Database);
}

describe('readiness', () => {
  it('passes while the database responds', async () => {
    await expect(readinessOf(() => Promise.resolve({ one: 1 })).check()).resolves.toBeUndefined();
  });

  it('fails if the database refuses', async () => {
    await expect(readinessOf(() => Promise.reject(new Error('refused'))).check()).rejects.toMatchObject({
      code: 'ops.not-ready',
    });
  });

  it('fails if the database hangs, and queries it once however many probes come', async () => {
    const row = jest.fn(() => new Promise<never>(() => undefined));
    const readiness = readinessOf(row);
    const probes = await Promise.allSettled([readiness.check(), readiness.check()]);
    expect(probes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(row).toHaveBeenCalledTimes(1);
  });

  it('passes again when the database responds again', async () => {
    const answers = [Promise.reject(new Error('refused')), Promise.resolve({ one: 1 })];
    const readiness = readinessOf(() => answers.shift() ?? Promise.resolve());
    await expect(readiness.check()).rejects.toMatchObject({ code: 'ops.not-ready' });
    await expect(readiness.check()).resolves.toBeUndefined();
  });
});
