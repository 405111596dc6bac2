import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { inRoot } from '../../../scripts/lib/root.mjs';

const TICKS_PER_SECOND = 100;

/** Line that a benchmark program prints when it is ready, with a value. The store prints its URL. */
const READY = /^ready (.+)$|(http:\/\/127\.0\.0\.1:\d+)\/$/m;

/**
 * Starts a Node program and waits for its ready line.
 *
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {RegExp} ready its capture group is the program's value
 */
export async function startProgram(args, env = {}, ready = READY) {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: inRoot(),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const readyValue = await readyLine(child, ready);
  return {
    pid: child.pid,
    value: readyValue,
    exited,
    secondsToStart: (performance.now() - started) / 1000,
    cpuSeconds: () => cpuSecondsOf(child.pid),
    residentMebibytes: () => residentMebibytesOf(child.pid),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function readyLine(child, pattern) {
  let output = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk;
    const match = pattern.exec(output);
    if (match !== null) {
      child.stdout.resume();
      return match[1] ?? match[2];
    }
  }
  throw new Error(`Benchmark program exited before it was ready:\n${output}`);
}

/** Returns user and system time, from proc(5). */
function cpuSecondsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

function residentMebibytesOf(pid) {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}
