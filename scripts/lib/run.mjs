import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { onNpmEnd } from './npm-end.mjs';
import { ROOT, inRoot } from './root.mjs';

/** Programs that run at present. */
const running = new Set();

/** Starts a program in the root folder. If this one is asked to end, the other ends too. */
export function start(command, args, options) {
  const child = spawn(command, args, { ...options, cwd: ROOT });
  if (running.size === 0) process.once('SIGTERM', endAll);
  running.add(child);
  child.once('close', () => {
    running.delete(child);
    if (running.size === 0) process.off('SIGTERM', endAll);
  });
  return child;
}

function endAll() {
  for (const child of running) child.kill('SIGTERM');
  process.kill(process.pid, 'SIGTERM');
}

/** Ends this program, and those that it has started, when npm ends. */
export function endWithNpm() {
  onNpmEnd(() => process.kill(process.pid, 'SIGTERM'));
}

/** Runs a program in the root folder and returns its exit code and, if `quiet`, its output. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, {
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

/** Runs a built program of the project in this process, and ends it when npm ends. */
export async function runInPlace(script) {
  endWithNpm();
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(inRoot(script)).href);
}
