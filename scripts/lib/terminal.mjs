/* What the project's commands say to whoever runs them. */

/** Says something on a line of its own. */
export function print(text) {
  process.stdout.write(`${text}\n`);
}

/** Says what is wrong. */
export function complain(text) {
  process.stderr.write(`${text}\n`);
}

/** Says why the command cannot go on, and ends it there: whoever has called this has nothing to go on with. */
export function giveUp(text) {
  complain(text);
  // Not by an exit code alone: what runs beside it, such as a build, would be waited for.
  process.exit(1);
}
