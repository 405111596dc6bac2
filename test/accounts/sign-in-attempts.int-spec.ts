import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import type { Guesser } from '../../src/users/passwords/attempt-counters.js';
import { SignInAttempts } from '../../src/users/passwords/sign-in-attempts.js';
import { DELAYS } from '../../src/users/passwords/sign-in-delay.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

/** Attempts of one guesser that are let through at once: the one that starts the delay is the first that costs one. */
const ALLOWED = DELAYS.own.freeFailures + 1;

let database: Database;
let clock: TestClock;
let attempts: SignInAttempts;

beforeAll(async () => {
  database = await openTestDatabase();
});

beforeEach(async () => {
  clock = new TestClock();
  attempts = processOfStore();
  await database.write(sql`DELETE FROM sign_in_attempts`);
});

function processOfStore(): SignInAttempts {
  return new SignInAttempts(testConfig(), database, clock);
}

const at = (address: string, account = 'meena'): Guesser => ({ account, address });
const HOME = '192.0.2.1';
const DEVICE: Guesser = { account: 'meena', deviceId: 'a-known-device' };
const SESSION: Guesser = { sessionId: '0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f' };

/** Enters a wrong password several times in a row. Returns how many attempts were let through. */
async function guess(guesser: Guesser, times: number): Promise<number> {
  let allowed = 0;
  for (let i = 0; i < times; i++) {
    try {
      await attempts.registerAttempt(guesser);
      allowed += 1;
    } catch (error) {
      expect(error).toMatchObject({ code: 'auth.too-many-attempts' });
    }
  }
  return allowed;
}

/** Guesses the password of an account from many addresses. */
async function guessFromEverywhere(times: number): Promise<number> {
  let allowed = 0;
  for (let i = 0; i < times; i++) allowed += await guess(at(`203.0.113.${i}`), 1);
  return allowed;
}

async function succeed(guesser: Guesser): Promise<void> {
  await attempts.registerAttempt(guesser);
  await database.transaction((tx) => attempts.registerSuccess(tx, guesser));
}

describe.each([
  ['at an address', at(HOME)],
  ['on a known device', DEVICE],
  ['in a session', SESSION],
])('wrong passwords %s', (_, guesser) => {
  it('are allowed a few times, then each costs a longer delay', async () => {
    expect(await guess(guesser, 20)).toBe(ALLOWED);
    clock.advance(SECOND_MS);
    expect(await guess(guesser, 20)).toBe(1);
    clock.advance(SECOND_MS);
    expect(await guess(guesser, 20)).toBe(0);
    clock.advance(SECOND_MS);
    expect(await guess(guesser, 20)).toBe(1);
  });

  it('are allowed no more often in parallel, in several processes', async () => {
    const responses = await Promise.allSettled(
      Array.from({ length: 48 }, () => processOfStore().registerAttempt(guesser)),
    );
    expect(responses.filter(({ status }) => status === 'fulfilled')).toHaveLength(ALLOWED);
  });

  it('are forgotten after the right one', async () => {
    await guess(guesser, ALLOWED - 1);
    await succeed(guesser);
    expect(await guess(guesser, 20)).toBe(ALLOWED);
  });

  it('are forgotten after an hour', async () => {
    await guess(guesser, 20);
    clock.advance(HOUR_MS + 1);
    expect(await guess(guesser, 20)).toBe(ALLOWED);
  });
});

describe('wrong passwords of others', () => {
  it('do not delay the owner at another address', async () => {
    await guess(at('203.0.113.7'), 20);
    await succeed(at(HOME));
  });

  it('never delay the owner on a known device or in a session', async () => {
    expect(await guessFromEverywhere(100)).toBe(DELAYS.account.freeFailures + 1);
    for (let i = 0; i < 100; i++) await guess(at(HOME, `someone-${i}`), 1);
    await guess({ account: 'meena', deviceId: 'another-device' }, 20);
    await guess({ sessionId: 'another-session' }, 20);

    await expect(attempts.registerAttempt(at(HOME))).rejects.toMatchObject({
      code: 'auth.too-many-attempts',
    });
    await succeed(DEVICE);
    await succeed(SESSION);
  });

  it('from many addresses delay an unknown device for a minute at most', async () => {
    for (let i = 0; i < 70; i++) {
      await guess(at(`203.0.113.${i}`), 1);
      clock.advance(MINUTE_MS);
    }
    await guessFromEverywhere(1);
    await expect(attempts.registerAttempt(at(HOME))).rejects.toThrow('in 60 s');
    clock.advance(MINUTE_MS);
    await succeed(at(HOME));
  });

  it('from many addresses still count after the owner signs in', async () => {
    await guessFromEverywhere(DELAYS.account.freeFailures);
    await succeed(at(HOME));
    expect(await guessFromEverywhere(10)).toBe(1);
  });
});

it('delays an address that tries one account after the other', async () => {
  let allowed = 0;
  for (let i = 0; i < 100; i++) allowed += await guess(at(HOME, `account-${i}`), 1);
  expect(allowed).toBe(DELAYS.address.freeFailures + 1);
  expect(await guess(at('203.0.113.9', 'account-0'), 1)).toBe(1);
});

it('counts the addresses of an IPv6 network as one', async () => {
  let allowed = 0;
  for (let i = 0; i < 20; i++) allowed += await guess(at(`2001:db8::${i + 1}`), 1);
  expect(allowed).toBe(ALLOWED);
});

it('clears all failures at an account after a reset, and no others', async () => {
  const other = at(HOME, 'asha');
  await guess(at(HOME), 20);
  await guess(DEVICE, 20);
  await guess(other, 20);
  await database.transaction((tx) => attempts.clearFailures(tx, 'meena'));
  expect(await guess(at(HOME), 20)).toBe(ALLOWED);
  expect(await guess(DEVICE, 20)).toBe(ALLOWED);
  expect(await guess(other, 20)).toBe(0);
});

it('stores neither the name nor the device', async () => {
  await guess(at(HOME), 1);
  await guess(DEVICE, 1);
  const rows = await database.read.rows<{ key: string }>(sql`SELECT key FROM sign_in_attempts`);
  expect(rows).toHaveLength(4);
  expect(JSON.stringify(rows)).not.toMatch(/meena|a-known-device/);
});
