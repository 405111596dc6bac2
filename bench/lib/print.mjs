/*
 * All that the benchmark says, it says on standard output: its programs to whoever reads the figures, and those that it
 * starts to itself.
 */

/** Prints a line for whoever reads the figures. */
export function print(text) {
  process.stdout.write(`${text}\n`);
}

/** Hands a value to `startProgram`, which waits for it in the process that has started this one. */
export function handOver(value) {
  print(`ready ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}
