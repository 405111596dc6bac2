import { readFileSync } from 'node:fs';

const INTERVAL_MS = 1000;

/**
 * Calls a function when npm has ended, if it started this program. A signal to npm alone ends npm or its shell,
 * but not this program, which would go on without a parent.
 */
export function onNpmEnd(callback) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const { ppid: shell } = process;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    callback();
  }, INTERVAL_MS);
  timer.unref();
}

/** Returns the ID of a process's parent. Undefined where there is no /proc; there, the shell replaces itself by this program. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
