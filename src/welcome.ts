/** What the terminal shows when the store has opened. The password is in no log, and is not shown again. */
export function welcome(
  name: string,
  url: string,
  newAdmin?: { username: string; password: string },
): string {
  const admin =
    newAdmin === undefined
      ? []
      : [
          '',
          `  The first admin is ${newAdmin.username}, with the password ${newAdmin.password}`,
          '  It is shown this once: keep it, or change it after you have signed in.',
        ];
  return [
    '',
    `  ${name} is open.`,
    '',
    `  Shop         ${url}/`,
    `  Back office  ${url}/admin/`,
    `  API docs     ${url}/docs`,
    ...admin,
    '',
  ].join('\n');
}
