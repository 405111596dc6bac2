import { Injectable, Logger } from '@nestjs/common';
import { mkdir, open, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { SECOND_MS } from '../../platform/common/durations.js';
import { newId } from '../../platform/common/id.js';
import { withTimeout } from '../../platform/common/with-timeout.js';
import { Config } from '../../platform/config/config.js';

/** How long a result is used again, however many probes come. */
const MAX_AGE_MS = 3 * SECOND_MS;

/** A check that takes longer is not waited for: the last result counts, since many password hashes delay it as well. */
const PATIENCE_MS = SECOND_MS;

/** A disk that takes longer to respond hangs. */
const HANGS_AFTER_MS = 15 * SECOND_MS;

/** Several pages of SQLite, so that it takes new blocks of the disk. */
const SAMPLE = Buffer.alloc(64 * 1024, 1);

/**
 * Tells whether the data folder can be written: SQLite's file is in it, and with either database pictures, invoices, exports
 * and imports. A small file is written each time, because free space says nothing of quotas and read-only disks.
 */
@Injectable()
export class DiskSpace {
  private readonly logger = new Logger(DiskSpace.name);
  private result = true;
  private checkedAt = -Infinity;
  private startedAt = 0;
  private running: Promise<void> | undefined;

  constructor(private readonly config: Config) {}

  /** Returns true if there is space, by a check that is at most some seconds old. */
  async isAvailable(): Promise<boolean> {
    if (this.running === undefined && performance.now() - this.checkedAt >= MAX_AGE_MS) {
      this.startedAt = performance.now();
      this.running = this.check().finally(() => (this.running = undefined));
    }
    if (this.running !== undefined) await withTimeout(PATIENCE_MS, this.running).catch(() => undefined);
    return (
      this.result && !(this.running !== undefined && performance.now() - this.startedAt > HANGS_AFTER_MS)
    );
  }

  /** Returns the number of bytes that the store may still write on the disk of the data folder. */
  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.config.dataDir);
    return bavail * bsize;
  }

  /** Logs one line when the space runs out, and one when there is some again. */
  private async check(): Promise<void> {
    const problem = await this.findProblem();
    const isAvailable = problem === undefined;
    if (isAvailable !== this.result)
      this.logger.warn(isAvailable ? 'The data folder can be written again.' : `Not ready: ${problem}`);
    this.result = isAvailable;
    this.checkedAt = performance.now();
  }

  private async findProblem(): Promise<string | undefined> {
    const { dataDir, minFreeDiskBytes } = this.config;
    try {
      await writeSample(dataDir);
      const free = await this.freeBytes();
      if (free >= minFreeDiskBytes) return undefined;
      return `the disk of ${dataDir} has ${free} free bytes, fewer than the ${minFreeDiskBytes} of MIN_FREE_DISK.`;
    } catch (error) {
      return `${dataDir} cannot be written: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}

/** Writes a file that no longer has a name, so that a crash leaves nothing behind. */
async function writeSample(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `disk-check-${newId()}`);
  const file = await open(path, 'wx', 0o600);
  try {
    await unlink(path);
    await file.writeFile(SAMPLE);
  } finally {
    await file.close();
  }
}
