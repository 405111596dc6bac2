import { HOUR_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import type { Config } from '../../src/platform/config/config.js';
import type { Database } from '../../src/platform/database/database.js';
import { SignInAttempts } from '../../src/users/passwords/sign-in-attempts.js';
import { FREE_FAILURES } from '../../src/users/passwords/sign-in-delay.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

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

/** Fails to sign in to an account several times in a row. Returns how many attempts were let through. */
async function guess(account: string, times: number): Promise<number> {
  let allowed = 0;
  for (let i = 0; i < times; i++) {
    try {
      await attempts.registerAttempt(account, address);
      allowed += 1;
    } catch (error) {
      expect(error).toMatchObject({ code: 'auth.too-many-attempts' });
    }
  }
  return allowed;
}

it('allows a few failures, then enforces a wait that grows with each failure', async () => {
  // The attempt that starts the wait is the first that costs one.
  expect(await guess('mistyped', 20)).toBe(FREE_FAILURES.account + 1);
  clock.advance(SECOND_MS);
  expect(await guess('mistyped', 20)).toBe(1);
  clock.advance(SECOND_MS);
  expect(await guess('mistyped', 20)).toBe(0);
  clock.advance(SECOND_MS);
  expect(await guess('mistyped', 20)).toBe(1);
});

it('allows no more failures in parallel than in sequence', async () => {
  const responses = await Promise.allSettled(
    Array.from({ length: 50 }, () => attempts.registerAttempt('in-parallel', address)),
  );

  expect(responses.filter(({ status }) => status === 'fulfilled')).toHaveLength(FREE_FAILURES.account + 1);
});

it('enforces a wait for an address that tries one account after the other', async () => {
  let allowed = 0;
  for (let i = 0; i < 50; i++) allowed += await guess(`account-${i}`, 1);

  expect(allowed).toBe(FREE_FAILURES.address + 1);
});

it('resets an account’s failures after a correct password', async () => {
  await guess('remembered', FREE_FAILURES.account);
  await attempts.registerAttempt('remembered', address);
  await database.transaction((tx) => attempts.registerSuccess(tx, 'remembered', address));

  expect(await guess('remembered', 1)).toBe(1);
});

it('forgets failures older than one hour', async () => {
  await guess('long-ago', 20);
  clock.advance(HOUR_MS + 1);

  expect(await guess('long-ago', 20)).toBe(FREE_FAILURES.account + 1);
});
