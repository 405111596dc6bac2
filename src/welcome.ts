import type { DemoAccounts } from './demo/demo-accounts.js';

export interface Opening {
  readonly name: string;
  readonly url: string;
  /** The first admin, where one was made just now with a random password. */
  readonly newAdmin: { readonly username: string; readonly password: string } | undefined;
  readonly demo: DemoAccounts | undefined;
}

/** What the terminal shows when the store has opened. The first admin's password is in no log, and is not shown again. */
export function welcome({ name, url, newAdmin, demo }: Opening): string {
  return [
    '',
    `  ${name} is open.`,
    '',
    `  Shop         ${url}/`,
    `  Back office  ${url}/admin/`,
    `  API docs     ${url}/docs`,
    ...(newAdmin === undefined ? [] : adminLines(newAdmin)),
    ...(demo === undefined ? [] : demoLines(demo)),
    '',
  ].join('\n');
}

function adminLines({ username, password }: { username: string; password: string }): string[] {
  return [
    '',
    `  The first admin is ${username}, with the password ${password}`,
    '  It is shown this once: keep it, or change it after you have signed in.',
  ];
}

function demoLines({ password, accounts }: DemoAccounts): string[] {
  const one = (role: string): string => accounts.find((account) => account.role === role)?.username ?? '';
  return [
    '',
    `  The demo store's accounts share the password ${password}`,
    `  ${one('user')} (shopper), ${one('store_manager')} (store manager), ${one('admin')} (admin); all are in demo-accounts.json in the data folder.`,
  ];
}
