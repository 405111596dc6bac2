import { domainToASCII, domainToUnicode } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Account {
  readonly id: string;
  readonly email: string;
  readonly key: string;
}

/**
 * Gives each e-mail address the key that ignores how its letters are written, and stores it in NFC. Of several accounts
 * whose addresses are now one, the account that was used last gets the key. The others keep all their data and sign in with
 * their username: their key is marked with their ID, so that the address leads to one account.
 */
export class NameKeys1764000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const accounts = await notAscii(runner);
    // Marked first, so that no key is taken by an account that is about to lose it.
    for (const { id, key } of accounts) await setKey(runner, id, `${key}#${id}`);
    for (const { id, email } of accounts) {
      const next = keyOf(email);
      await setKey(runner, id, (await isHeld(runner, next)) ? `${next}#${id}` : next);
      await run(runner, 'UPDATE users SET email = ? WHERE id = ?', [email.normalize('NFC'), id]);
    }
  }

  /** An address that two accounts share stays with the one that has it. */
  async down(runner: QueryRunner): Promise<void> {
    for (const { id, email } of await notAscii(runner)) {
      const previous = email.toLowerCase();
      if (!(await isHeld(runner, previous))) await setKey(runner, id, previous);
    }
  }
}

/** Returns the accounts with other letters than ASCII, or an international domain, the one that was used last first. */
async function notAscii(runner: QueryRunner): Promise<Account[]> {
  const rows: unknown = await runner.query(`
    SELECT id, email, email_key AS "key" FROM users
    WHERE octet_length(email_key) <> length(email_key) OR octet_length(email) <> length(email) OR email_key LIKE '%xn--%'
    ORDER BY COALESCE(last_activity, 0) DESC, created_at, id`);
  return rows as Account[];
}

async function isHeld(runner: QueryRunner, key: string): Promise<boolean> {
  const rows = await run(runner, 'SELECT id FROM users WHERE email_key = ?', [key]);
  return (rows as unknown[]).length > 0;
}

async function setKey(runner: QueryRunner, id: string, key: string): Promise<void> {
  await run(runner, 'UPDATE users SET email_key = ? WHERE id = ?', [key, id]);
}

/** Runs a statement with `?` for each value. */
function run(runner: QueryRunner, statement: string, values: string[]): Promise<unknown> {
  if (runner.dataSource.options.type !== 'postgres') return runner.query(statement, values);
  let count = 0;
  return runner.query(
    statement.replace(/[?]/g, () => `$${(count += 1)}`),
    values,
  );
}

function keyOf(email: string): string {
  const folded = email.normalize('NFKC').toLowerCase().normalize('NFKC');
  const at = folded.lastIndexOf('@');
  const domain = folded.slice(at + 1);
  return `${folded.slice(0, at)}@${domainToUnicode(domainToASCII(domain)) || domain}`;
}
