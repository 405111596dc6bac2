import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.mjs';
import { waitForStart } from '../../../scripts/lib/wait-for-start.mjs';
import { afterFile } from '../stores/engine.js';
import { captureOutput, isRunning, waitForExit } from './processes.js';
import type { Server } from './server.js';

/** A worker process that runs the jobs of a store. */
export class TestWorker {
  private process: ChildProcess | undefined;

  private constructor(private readonly env: Readonly<Record<string, string>>) {}

  /** Starts a worker beside a server, with the same environment. It is killed after the last test of the file. */
  static async start(server: Server): Promise<TestWorker> {
    const worker = new TestWorker({ ...server.env, ROLE: 'worker' });
    afterFile(() => worker.kill());
    await worker.start();
    return worker;
  }

  /** True from the start of the process until it ends in any way. */
  get isRunning(): boolean {
    return this.process?.exitCode === null && this.process.signalCode === null;
  }

  async start(): Promise<void> {
    const args = ['--import', join(import.meta.dirname, 'end-with-parent.mjs'), 'dist/bundle/worker.js'];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.process = child;
    const output = captureOutput(child);
    const starting = {
      name: 'worker',
      pid: child.pid,
      isRunning: () => isRunning(child),
      outputLength: () => output().length,
    };
    try {
      await waitForStart({
        state: async () => (output().includes('is at work') ? 'ready' : ''),
        processes: [starting],
      });
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${output()}`, { cause: error });
    }
  }

  /** Stops the process gracefully. Returns its exit code. */
  async stop(): Promise<number | string> {
    if (this.process === undefined) return 0;
    this.process.kill('SIGTERM');
    return waitForExit(this.process);
  }

  /** Kills the process. */
  async kill(): Promise<void> {
    if (this.process === undefined) return;
    this.process.kill('SIGKILL');
    await waitForExit(this.process);
  }
}
