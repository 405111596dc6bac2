import { parseArgs } from 'node:util';

/** A parsed command line. */
export type Command =
  | {
      readonly name: 'create-admin';
      readonly username: string;
      readonly email: string;
      readonly password?: string;
    }
  | { readonly name: 'reset-password'; readonly username: string }
  | { readonly name: 'mail'; readonly to: string }
  | { readonly name: 'migrate' }
  | { readonly name: 'books' }
  | { readonly name: 'change-time-zone'; readonly to: string }
  | { readonly name: 'help' };

/** Thrown when the command line is invalid. The message is a sentence for the operator. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `Usage: npm run admin -- <command> [options]

  create-admin --username <name> --email <address> [--password <password>]
      Creates an admin. Without --password, a random password is generated and shown once. This is
      safer, since the shell's history keeps command lines.

  reset-password --username <name>
      Sets a new random password, shows it once, and ends all sessions of the user.

  mail --to <address>
      Shows the newest mail to an address, with its links. Only for a store without a mail server, whose
      mails are files in DATA_DIR/mail: the back office masks their links. Works while the store runs.

  migrate
      Updates the schema of the database, also with AUTO_MIGRATE=off.

  books
      Compares the stock of every product with its ledger, and the total of every order with its items.
      Exits with 1 if they differ.

  change-time-zone --to <zone>
      Records that the store has moved to another time zone, such as Europe/Berlin. Stop the store
      first, and start it with STORE_TIME_ZONE set to the new one.

The commands use the store in DATABASE_URL or DATA_DIR. Without DATABASE_URL, stop the store first,
except for mail.
Exit codes: 0 success, 1 failure, 2 invalid command line.
`;

/** Options of each command. */
const OPTIONS: Readonly<Record<Command['name'], Readonly<Record<string, 'required' | 'optional'>>>> = {
  'create-admin': { username: 'required', email: 'required', password: 'optional' },
  'reset-password': { username: 'required' },
  mail: { to: 'required' },
  migrate: {},
  books: {},
  'change-time-zone': { to: 'required' },
  help: {},
};

/**
 * Parses the command line, without the name of the program.
 *
 * @throws UsageError
 */
export function parseCommand(args: readonly string[]): Command {
  if (args.includes('--help') || args.includes('-h')) return { name: 'help' };
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError('Missing command.');
  const options = (OPTIONS as Readonly<Record<string, (typeof OPTIONS)['help'] | undefined>>)[name];
  if (options === undefined || !Object.hasOwn(OPTIONS, name))
    throw new UsageError(`Unknown command ${name}.`);
  const values = parseOptions(Object.keys(options), rest);
  for (const [option, rule] of Object.entries(options)) {
    if (rule === 'required' && values[option] === undefined)
      throw new UsageError(`${name} requires --${option}.`);
    if (values[option]?.trim() === '') throw new UsageError(`--${option} is empty.`);
  }
  // The table above matches the types of the commands.
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
