import { spawn } from 'node:child_process';
import { ROOT } from '../../scripts/lib/root.mjs';
import { captureOutput, waitForExit } from '../support/servers/processes.js';
import { HAS_WORKERS, serverAt } from '../support/servers/server.js';
import { createStoreLocation, type StoreLocation } from '../support/stores/engine.js';

let location: StoreLocation;

/** Runs a program of the store until it ends. */
async function run(
  program: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<{ code: number | string; output: string }> {
  const child = spawn(process.execPath, [`dist/bundle/${program}.js`, ...args], {
    cwd: ROOT,
    env: { ...serverAt(location, env).env, PORT: '0' },
  });
  const output = captureOutput(child);
  return { code: await waitForExit(child), output: output() };
}

beforeAll(async () => {
  location = await createStoreLocation();
  expect(await run('admin', {}, ['migrate'])).toMatchObject({ code: 0 });
});

it.each([
  ['main', []],
  ...(HAS_WORKERS ? [['worker', []] as const] : []),
  ['admin', ['books']],
  ['demo', []],
] as const)('%s refuses to start with another currency, in one line', async (program, args) => {
  const env = { STORE_CURRENCY: 'JPY', ...(program === 'worker' ? { ROLE: 'worker' } : {}) };
  const { code, output } = await run(program, env, args);
  expect(output).toBe(
    'The amounts of this store are in INR, but STORE_CURRENCY is JPY. Set STORE_CURRENCY=INR. ' +
      'Stored amounts cannot be converted: a store in JPY needs a database of its own.\n',
  );
  expect(code).toBe(1);
});

it('a store that has moved starts after the command that the refusal names', async () => {
  const moved = { STORE_TIME_ZONE: 'Europe/Berlin' };
  const refused = await run('admin', moved, ['books']);
  expect(refused).toMatchObject({ code: 1 });
  const [, command = ''] = /npm run admin -- (.+)/.exec(refused.output) ?? [];
  expect(await run('admin', moved, command.split(' '))).toMatchObject({ code: 0 });
  expect(await run('admin', moved, ['books'])).toMatchObject({ code: 0 });
  expect((await run('admin', {}, ['books'])).output).toContain('Set STORE_TIME_ZONE=Europe/Berlin.');
});
