import { setImmediate as nextTurn } from 'node:timers/promises';
import { defaultSettings } from '../../src/settings/settings.js';
import { insertUser } from '../factories/rows.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createOrderServices } from '../support/stores/order-services.js';
import { TestClock } from '../support/stores/test-clock.js';

it('tells open dashboards of changed settings at once: what they count depends on them', async () => {
  const database = await openTestDatabase();
  const { settings, signals } = createOrderServices(database, new TestClock());
  const admin = { id: await insertUser(database), requestId: null };
  const value = { ...defaultSettings('INR').tax, scheme: 'regular' } as const;
  const heard = jest.fn();
  signals.subscribe('dashboard', heard);
  await settings.change(admin, 'tax', { value, version: 0 });
  await nextTurn();
  expect(heard).toHaveBeenCalledTimes(1);

  await expect(settings.change(admin, 'tax', { value, version: 0 })).rejects.toMatchObject({
    code: 'request.stale-version',
  });
  await nextTurn();
  expect(heard).toHaveBeenCalledTimes(1);
});
