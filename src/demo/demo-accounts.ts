import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../platform/access/roles.js';

/** The accounts of the demo store and the one random password that they share, as kept in the data folder. */
export interface DemoAccounts {
  readonly password: string;
  readonly accounts: readonly { readonly username: string; readonly role: Role }[];
}

const FILE = 'demo-accounts.json';

/** Readable by its owner alone. */
export async function keepDemoAccounts(dataDir: string, accounts: DemoAccounts): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, FILE), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
}

/** Undefined where the data folder holds no demo store. */
export async function readDemoAccounts(dataDir: string): Promise<DemoAccounts | undefined> {
  try {
    return JSON.parse(await readFile(join(dataDir, FILE), 'utf8')) as DemoAccounts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
