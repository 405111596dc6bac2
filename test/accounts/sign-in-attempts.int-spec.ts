import type { Config } from '../../src/platform/config/config.js';
import type { Database } from '../../src/platform/database/database.js';
import { SignInAttempts } from '../../src/users/passwords/sign-in-attempts.js';
import { FREE_FAILURES } from '../../src/users/passwords/sign-in-delay.js';
import { TooManyAttempts } from '../../src/users/users.errors.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const HOUR = 60 * 60_000;

let database: Database;
let clock: TestClock;
let attempts: SignInAttempts;
let address: string;
let addresses = 0;

beforeAll(async () => {
  database = await openTestDatabase();
});

beforeEach(() => {
  clock = new TestClock();
  attempts = new SignInAttempts({ rateLimits: true } as Config, database, clock);
  addresses += 1;
  address = `192.0.2.${addresses}`;
});

/** Wrong passwords for an account, one after the other. Gives how many were let through to be looked at. */
async function guess(account: string, times: number): Promise<number> {
  let looked = 0;
  for (let i = 0; i < times; i++) {
    try {
      await attempts.begin(account, address);
      looked += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(TooManyAttempts);
    }
  }
  return looked;
}

it('lets somebody mistype a few times, then makes them wait, and longer each time', async () => {
  // The attempt that starts the wait is the first that costs one.
  expect(await guess('mistyped', 20)).toBe(FREE_FAILURES.account + 1);
  clock.advance(1000);
  expect(await guess('mistyped', 20)).toBe(1);
  clock.advance(1000);
  expect(await guess('mistyped', 20)).toBe(0);
  clock.advance(1000);
  expect(await guess('mistyped', 20)).toBe(1);
});

it('lets nobody guess faster by guessing in parallel', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, () => attempts.begin('in-parallel', address)),
  );

  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(FREE_FAILURES.account + 1);
});

it('makes an address wait that tries one account after the other', async () => {
  let looked = 0;
  for (let i = 0; i < 50; i++) looked += await guess(`account-${i}`, 1);

  expect(looked).toBe(FREE_FAILURES.address + 1);
});

it('forgets an account’s failures when the password was right', async () => {
  await guess('remembered', FREE_FAILURES.account);
  await attempts.begin('remembered', address);
  await database.transaction((tx) => attempts.succeeded(tx, 'remembered', address));

  expect(await guess('remembered', 1)).toBe(1);
});

it('forgets what lies more than an hour back', async () => {
  await guess('long-ago', 20);
  clock.advance(HOUR + 1);

  expect(await guess('long-ago', 20)).toBe(FREE_FAILURES.account + 1);
});
