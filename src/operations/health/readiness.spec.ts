import type { Database } from '../../platform/database/database.js';
import { Serving } from '../../platform/http/serving.js';
import type { DiskSpace } from './disk-space.js';
import { Readiness } from './readiness.js';

interface Parts {
  readonly row?: () => Promise<unknown>;
  readonly disk?: () => Promise<boolean>;
  readonly serving?: Serving;
}

const isUp = (): Promise<unknown> => Promise.resolve({ one: 1 });
const isRefused = (): Promise<never> => Promise.reject(new Error('refused'));

function readinessOf({ row = isUp, disk = async () => true, serving = new Serving() }: Parts): Readiness {
  const database = { read: { row } } as unknown as Database;
  return new Readiness(database, { isAvailable: disk } as DiskSpace, serving);
}

const notReady = (...failed: string[]): object => ({
  code: 'ops.not-ready',
  parameters: { retryAfterSeconds: 2, failed },
});

describe('readiness', () => {
  it('passes while the database responds and the disk has space', async () => {
    await expect(readinessOf({}).check()).resolves.toBeUndefined();
  });

  it('fails if the database refuses, and says so', async () => {
    await expect(readinessOf({ row: isRefused }).check()).rejects.toMatchObject(notReady('database'));
  });

  it('fails if the disk is full, and names each failed check', async () => {
    const disk = async (): Promise<boolean> => false;
    await expect(readinessOf({ disk }).check()).rejects.toMatchObject(notReady('disk'));
    await expect(readinessOf({ disk, row: isRefused }).check()).rejects.toMatchObject({
      ...notReady('database', 'disk'),
      message: 'The database does not respond. The disk of the data folder is full, or cannot be written.',
    });
  });

  it('fails at once when the process shuts down, even if the database hangs', async () => {
    const serving = new Serving();
    const readiness = readinessOf({ row: () => new Promise<never>(() => undefined), serving });
    serving.end();
    const startedAt = performance.now();
    await expect(readiness.check()).rejects.toMatchObject(notReady('shutdown'));
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it('fails if the database hangs, and queries it once however many probes come', async () => {
    const row = jest.fn(() => new Promise<never>(() => undefined));
    const readiness = readinessOf({ row });
    const probes = await Promise.allSettled([readiness.check(), readiness.check()]);
    expect(probes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(row).toHaveBeenCalledTimes(1);
  });

  it('passes again when the database responds again', async () => {
    const answers = [isRefused(), isUp()];
    const readiness = readinessOf({ row: () => answers.shift() ?? isUp() });
    await expect(readiness.check()).rejects.toMatchObject({ code: 'ops.not-ready' });
    await expect(readiness.check()).resolves.toBeUndefined();
  });
});
