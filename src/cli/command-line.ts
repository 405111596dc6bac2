import { parseArgs } from 'node:util';

/** What an operator asks for on the command line. */
export type Command =
  | {
      readonly name: 'create-admin';
      readonly username: string;
      readonly email: string;
      readonly password?: string;
    }
  | { readonly name: 'reset-password'; readonly username: string }
  | { readonly name: 'migrate' }
  | { readonly name: 'books' }
  | { readonly name: 'help' };

/** The command line is not one that the program understands. The message says why in a sentence. */
export class UsageError extends Error {
  override readonly name = 'WrongUsage';
}

export const USAGE = `Usage: npm run admin -- <command> [options]

  create-admin --username <name> --email <address> [--password <password>]
      Makes another admin. Without --password a random one is made and shown once, which is better:
      what is typed on a command line stays in the shell's history.

  reset-password --username <name>
      Gives a user a new random password, shows it once, and ends all sessions of that user.

  migrate
      Brings the database's schema up to date.

  books
      Compares the stock of every product with its ledger, and the total of every order with its items.
      Ends with 1 where they differ.

It works on the store that DATABASE_URL or DATA_DIR names. Without DATABASE_URL the store must be stopped first.
Ends with 0 where all went well, 1 where something failed, and 2 where the command line is wrong.
`;

/** Options of each command, and whether it needs them. */
const OPTIONS: Readonly<Record<Command['name'], Readonly<Record<string, 'needed' | 'optional'>>>> = {
  'create-admin': { username: 'needed', email: 'needed', password: 'optional' },
  'reset-password': { username: 'needed' },
  migrate: {},
  books: {},
  help: {},
};

/**
 * Reads the command line, without the program's own name.
 *
 * @throws WrongUsage
 */
export function parseCommand(args: readonly string[]): Command {
  if (args.includes('--help') || args.includes('-h')) return { name: 'help' };
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError('Say which command.');
  const options = (OPTIONS as Readonly<Record<string, (typeof OPTIONS)['help'] | undefined>>)[name];
  if (options === undefined || !Object.hasOwn(OPTIONS, name))
    throw new UsageError(`There is no command ${name}.`);
  const values = parseOptions(Object.keys(options), rest);
  for (const [option, rule] of Object.entries(options)) {
    if (rule === 'needed' && values[option] === undefined) throw new UsageError(`${name} needs --${option}.`);
    if (values[option]?.trim() === '') throw new UsageError(`--${option} is empty.`);
  }
  // The options are those of the command's own type, as the table above has them.
  return { name, ...values } as Command;
}

function parseOptions(names: readonly string[], args: string[]): Record<string, string | undefined> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return { ...parseArgs({ args, options, strict: true, allowPositionals: false }).values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
