import { dayNumber } from '../../platform/calendar/calendar-days.js';
import { cohortTable } from './cohorts.js';

it('lists every month with its activity from that month on', () => {
  const days = { first: dayNumber('2025-11-15'), last: dayNumber('2026-01-02') };
  const sizes = [
    { month: '2025-11', shoppers: 3 },
    { month: '2026-01', shoppers: 1 },
  ];
  const activity = [
    { cohort: '2025-11', month: '2025-11', shoppers: 3 },
    { cohort: '2025-11', month: '2026-01', shoppers: 2 },
    { cohort: '2026-01', month: '2026-01', shoppers: 1 },
  ];
  expect(cohortTable(days, sizes, activity)).toEqual([
    { month: '2025-11', size: 3, active: [3, 0, 2] },
    { month: '2025-12', size: 0, active: [0, 0] },
    { month: '2026-01', size: 1, active: [1] },
  ]);
});
