import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createOrderServices } from '../support/stores/order-services.js';
import { TestClock } from '../support/stores/test-clock.js';

const TAX_CLASS = newId();
const TAX = { regime: 'vat', scheme: 'regular', defaultClassId: TAX_CLASS, chargesClassId: null };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.write(
    sql`INSERT INTO tax_classes (id, code, name, exempt, created_at) VALUES (${TAX_CLASS}, 'full', 'Full', ${false}, 0)`,
  );
  await database.write(
    sql`INSERT INTO settings (key, value, version, changed_at) VALUES ('tax', ${JSON.stringify(TAX)}, 1, 0)`,
  );
});

/** Returns the rate that applies at an instant, in thousandths of a percent. */
async function rateAt(instant: string, timeZone: string): Promise<number | undefined> {
  const clock = new TestClock(Date.parse(instant));
  const { taxes } = createOrderServices(database, clock, { STORE_TIME_ZONE: timeZone });
  const terms = await taxes.terms();
  return terms?.rates.find(({ taxClassId }) => taxClassId === TAX_CLASS)?.rate;
}

it.each([
  ['Asia/Kolkata', '2026-04-01', '2026-03-31T18:30:00Z'],
  // The night in which the clocks go forward, and the one after it.
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z'],
  ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00Z'],
  ['America/New_York', '2026-11-02', '2026-11-02T05:00:00Z'],
])('changes a rate at midnight in %s, on %s', async (timeZone, day, midnight) => {
  await database.write(sql`DELETE FROM tax_rates`);
  await database.write(sql`
    INSERT INTO tax_rates (tax_class_id, valid_from, rate) VALUES
    (${TAX_CLASS}, '2020-01-01', 19000), (${TAX_CLASS}, ${day}, 16000), (${TAX_CLASS}, '2099-01-01', 25000)`);
  const before = new Date(Date.parse(midnight) - 1).toISOString();
  expect([await rateAt(before, timeZone), await rateAt(midnight, timeZone)]).toEqual([19_000, 16_000]);
});

it('taxes nothing before the first day of a class', async () => {
  expect(await rateAt('2019-12-31T12:00:00Z', 'Europe/Berlin')).toBeUndefined();
});
