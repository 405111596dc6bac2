import type { DemoAccounts } from './demo/demo-accounts.js';

/** The first admin, where this start has made one with a password of its own invention. */
export type NewAdmin = { readonly username: string; readonly password: string } | undefined;

interface Opening {
  readonly name: string;
  readonly url: string;
  readonly newAdmin: NewAdmin;
  readonly demo: DemoAccounts | undefined;
}

/** What the terminal shows when the store has opened. No log holds it. */
export function startupBanner({ name, url, newAdmin, demo }: Opening): string {
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

function adminLines({
  username,
  password,
}: {
  readonly username: string;
  readonly password: string;
}): string[] {
  return [
    '',
    `  First admin  ${username}, password ${password}`,
    '               It is shown this once: keep it.',
  ];
}

/** One account of each role is enough to look around with. */
function demoLines({ accounts, password }: DemoAccounts): string[] {
  const [admin, manager, shopper] = (['admin', 'store_manager', 'user'] as const).map(
    (wanted) => accounts.find(({ role }) => role === wanted)?.username,
  );
  return [
    '',
    `  Demo store   sign in as ${admin}, ${manager} or ${shopper}, each with the password ${password}`,
  ];
}
