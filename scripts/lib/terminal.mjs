/* Output of the project's commands. */

/** Prints a line to standard output. */
export function print(text) {
  process.stdout.write(`${text}\n`);
}

/** Prints a line to standard error. */
export function printError(text) {
  process.stderr.write(`${text}\n`);
}

/** Prints why the command cannot continue, and exits immediately: callers have nothing to continue with. */
export function exitWithError(text) {
  printError(text);
  // Setting the exit code is not enough: Node would wait for concurrent work, such as a build.
  process.exit(1);
}
