import type { DemoAccounts } from './demo/people/demo-accounts.js';

/** The first admin, if this start created one with a generated password. */
export type NewAdmin = { readonly username: string; readonly password: string } | undefined;

interface BannerContent {
  readonly name: string;
  readonly url: string;
  readonly newAdmin: NewAdmin;
  readonly demo: DemoAccounts | undefined;
  /** Says that mail is held back, if it is. */
  readonly mailNotice: string | undefined;
}

/** Returns the text that the terminal shows when the server is ready. It contains passwords, so it is not logged. */
export function startupBanner({ name, url, newAdmin, demo, mailNotice }: BannerContent): string {
  return [
    '',
    `  ${name} is open.`,
    '',
    `  Shop         ${url}/`,
    `  Back office  ${url}/admin/`,
    `  API docs     ${url}/docs`,
    ...(newAdmin === undefined ? [] : adminLines(newAdmin)),
    ...(demo === undefined ? [] : demoLines(demo)),
    ...(mailNotice === undefined ? [] : ['', `  ${mailNotice}`]),
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
    '               Shown only once: store it now.',
  ];
}

/** Lists one account per role. */
function demoLines({ accounts, password }: DemoAccounts): string[] {
  const [admin, manager, shopper] = (['admin', 'store_manager', 'user'] as const).map(
    (role) => accounts.find((account) => account.role === role)?.username,
  );
  return [
    '',
    `  Demo store   sign in as ${admin}, ${manager} or ${shopper}, each with the password ${password}`,
  ];
}
