import { print } from '../../../scripts/lib/terminal.mjs';

/** Passes a value to `startProgram`, which waits for it in the parent process. */
export function reportReady(value) {
  print(`ready ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}
