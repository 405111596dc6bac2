import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.mjs';
import { afterwards } from '../stores/engine.js';
import { ended, outputOf, sleep } from './processes.js';
import type { Server } from './server.js';

const SECONDS_TO_START = 60;

/** A process that runs the jobs of a store, whose server leaves them to it. */
export class TestWorker {
  private process: ChildProcess | undefined;

  private constructor(private readonly env: Readonly<Record<string, string>>) {}

  /** Starts one beside a server, with the same environment. It ends after the last test of the file. */
  static async start(server: Server): Promise<TestWorker> {
    const worker = new TestWorker({ ...server.env, ROLE: 'worker' });
    afterwards(() => worker.kill9());
    await worker.start();
    return worker;
  }

  async start(): Promise<void> {
    const args = ['--import', join(import.meta.dirname, 'end-with-parent.mjs'), 'dist/bundle/worker.js'];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.process = child;
    const output = outputOf(child);
    const deadline = Date.now() + SECONDS_TO_START * 1000;
    while (!output().includes('is at work')) {
      if (Date.now() > deadline || child.exitCode !== null)
        throw new Error(`The worker did not start:\n${output()}`);
      await sleep(20);
    }
  }

  /** Ends the process in the middle of whatever it does. */
  async kill9(): Promise<void> {
    if (this.process === undefined) return;
    this.process.kill('SIGKILL');
    await ended(this.process);
  }
}
