import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../../platform/access/roles.js';

/** Accounts of the demo store and their shared random password, as stored in the data folder. */
export interface DemoAccounts {
  readonly password: string;
  readonly accounts: readonly { readonly username: string; readonly role: Role }[];
}

const FILE_NAME = 'demo-accounts.json';

/** Writes the accounts to a file that only its owner can read. */
export async function writeDemoAccounts(dataDir: string, accounts: DemoAccounts): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, FILE_NAME), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
}

/** Returns undefined if the data folder has no demo store. */
export async function readDemoAccounts(dataDir: string): Promise<DemoAccounts | undefined> {
  try {
    return JSON.parse(await readFile(join(dataDir, FILE_NAME), 'utf8')) as DemoAccounts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
