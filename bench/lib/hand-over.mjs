import { print } from '../../scripts/lib/terminal.mjs';

/** Hands a value to `startProgram`, which waits for it in the process that has started this one. */
export function handOver(value) {
  print(`ready ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}
