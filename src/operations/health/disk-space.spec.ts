import { Logger } from '@nestjs/common';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECOND_MS } from '../../platform/common/durations.js';
import type { Config } from '../../platform/config/config.js';
import { DiskSpace } from './disk-space.js';

Logger.overrideLogger(false);

/** More than the age at which a result is checked again. */
const LATER_MS = 4 * SECOND_MS;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disk-space-'));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const diskAt = (dataDir: string, minFreeDiskBytes: number): DiskSpace =>
  new DiskSpace({ dataDir, minFreeDiskBytes } as Config);

function advance(milliseconds: number): void {
  const now = performance.now() + milliseconds;
  jest.spyOn(performance, 'now').mockReturnValue(now);
}

it('passes in a folder that can be written, creates it, and leaves nothing behind', async () => {
  const dataDir = join(folder, 'data');
  const disk = diskAt(dataDir, 1);
  expect(await disk.isAvailable()).toBe(true);
  expect(await readdir(dataDir)).toEqual([]);
  expect(await disk.freeBytes()).toBeGreaterThan(1);
});

it('fails with less free space than required', async () => {
  const disk = diskAt(folder, 1e18);
  expect(await disk.isAvailable()).toBe(false);
});

it('fails while the folder cannot be written, and passes again some seconds after it can', async () => {
  const dataDir = join(folder, 'data');
  await writeFile(dataDir, 'a file in the place of the folder');
  const disk = diskAt(dataDir, 0);
  expect(await disk.isAvailable()).toBe(false);
  await rm(dataDir);
  expect(await disk.isAvailable()).toBe(false);
  advance(LATER_MS);
  expect(await disk.isAvailable()).toBe(true);
});

it('checks once, however many probes come', async () => {
  const dataDir = join(folder, 'data');
  const disk = diskAt(dataDir, 0);
  await Promise.all([disk.isAvailable(), disk.isAvailable()]);
  await rm(dataDir, { recursive: true });
  await writeFile(dataDir, '');
  expect(await disk.isAvailable()).toBe(true);
  advance(LATER_MS);
  expect(await disk.isAvailable()).toBe(false);
});
