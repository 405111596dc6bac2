import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { inRoot } from '../../scripts/lib/root.mjs';
import { HAS_WORKERS, startServer, type ServerProcess } from '../support/servers/server.js';
import { waitForExit } from '../support/servers/processes.js';
import { describeIf } from '../support/stores/engine.js';

const CRASH_ON_SIGNAL = {
  NODE_OPTIONS: `--import=${inRoot('test', 'support', 'servers', 'crash-on-signal.mjs')}`,
};

interface LastLine {
  readonly level: number;
  readonly origin: string;
  readonly err: { readonly message: string; readonly stack: string };
}

const lastLineOf = (output: string): LastLine =>
  JSON.parse(output.trim().split('\n').at(-1) ?? '') as LastLine;

describe('a server with an error that nothing handles', () => {
  let server: ServerProcess;

  beforeAll(async () => {
    server = await startServer({ env: CRASH_ON_SIGNAL });
  });

  it.each([
    ['SIGUSR2', 'thrown by a test', 'uncaughtException'],
    ['SIGWINCH', 'rejected by a test', 'unhandledRejection'],
  ] as const)('ends by %s with code 1 and one last line of JSON: %s', async (signal, message, origin) => {
    expect(await server.endBy(signal)).toBe(1);
    const { level, origin: reported, err } = lastLineOf(server.logs());
    expect({ level, reported, message: err.message }).toEqual({ level: 60, reported: origin, message });
    expect(err.stack).toContain('crash-on-signal');
    await server.start();
  });
});

/** Runs a program on the store of a server until it ends. */
async function run(
  program: 'admin' | 'worker',
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | string; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [`dist/bundle/${program}.js`, 'help'], { cwd: inRoot(), env });
  const [code, stdout, stderr] = await Promise.all([
    waitForExit(child),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr };
}

it('ends a command with code 1 and one last line of JSON on stderr', async () => {
  const { code, stdout, stderr } = await run('admin', { ...CRASH_ON_SIGNAL, CRASH: 'soon' });
  expect(code).toBe(1);
  expect(lastLineOf(stderr)).toMatchObject({ level: 60, err: { message: 'thrown by a test' } });
  expect(stdout).not.toContain('thrown by a test');
});

describeIf(HAS_WORKERS)('a worker with an error that nothing handles', () => {
  it('ends with code 1 and one last line of JSON', async () => {
    const server = await startServer();
    const env = { ...server.env, ...CRASH_ON_SIGNAL, CRASH: 'soon', ROLE: 'worker' };
    const { code, stdout } = await run('worker', env);
    expect(code).toBe(1);
    expect(lastLineOf(stdout)).toMatchObject({ level: 60, err: { message: 'thrown by a test' } });
  });
});
