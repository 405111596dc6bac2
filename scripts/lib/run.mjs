import { spawn } from 'node:child_process';
import { ROOT, inRoot } from './root.mjs';

/** Runs a program in the root folder and returns its exit code and, if `quiet`, its output. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }));
  });
}

/** Runs a tool that is installed with the project, without npx. */
export const runTool = (name, args, options) => run(inRoot('node_modules', '.bin', name), args, options);

/** Runs a Node program of the project in place of this one: same terminal, same signals, same exit code. */
export function runInPlace(script, args = []) {
  const child = spawn(process.execPath, ['--enable-source-maps', inRoot(script), ...args], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128 + (SIGNALS[signal] ?? 0));
  });
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
