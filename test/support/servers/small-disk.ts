import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runVariable } from '../stores/run.js';

const FILLER = 'filler';

/** A disk of some megabytes in memory, which can be full. */
export class SmallDisk {
  private constructor(readonly path: string) {}

  /** True where a disk can be mounted: on Linux, for root, outside of most containers. */
  static canMount(): boolean {
    const path = mkdtempSync(join(tmpdir(), 'grocery-store-disk-'));
    try {
      mount(path, 1);
      unmount(path);
      return true;
    } catch {
      return false;
    } finally {
      rmSync(path, { recursive: true, force: true });
    }
  }

  /** Mounts a disk at a new folder. */
  static async mount(megabytes: number): Promise<SmallDisk> {
    const path = await mkdtemp(join(runVariable('TEST_RUN_FOLDER'), 'disk-'));
    mount(path, megabytes);
    return new SmallDisk(path);
  }

  /** Takes all the space that is left. */
  async fill(): Promise<void> {
    for (const size of [64 * 1024, 1024]) {
      while (await this.append(Buffer.alloc(size)));
    }
  }

  async empty(): Promise<void> {
    await rm(join(this.path, FILLER));
  }

  async remove(): Promise<void> {
    unmount(this.path);
    await rm(this.path, { recursive: true, force: true });
  }

  /** Returns false if the disk is full. */
  private async append(block: Buffer): Promise<boolean> {
    try {
      await writeFile(join(this.path, FILLER), block, { flag: 'a' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      return false;
    }
  }
}

function mount(path: string, megabytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
}

/** Detaches the disk at once, although a process may still have files open on it. */
function unmount(path: string): void {
  execFileSync('umount', ['-l', path], { stdio: 'ignore' });
}
