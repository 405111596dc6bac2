import { writtenTime } from './written-time.js';

const INDIA = { isMonthFirst: false, timeZone: 'Asia/Kolkata' };
const NEW_YORK = { isMonthFirst: true, timeZone: 'America/New_York' };

it.each([
  ['2024-03-01', INDIA, '2024-03-01T06:30:00.000Z'],
  ['1/3/2024', INDIA, '2024-03-01T06:30:00.000Z'],
  ['3/1/2024', NEW_YORK, '2024-03-01T17:00:00.000Z'],
  ['1.3.2024 18:05', INDIA, '2024-03-01T12:35:00.000Z'],
  ['01-03-2024 6:05 pm', INDIA, '2024-03-01T12:35:00.000Z'],
  ['01/03/2024, 12:05 AM', INDIA, '2024-02-29T18:35:00.000Z'],
  ['2024-03-01 10:15:00 +0530', NEW_YORK, '2024-03-01T04:45:00.000Z'],
  ['2024-03-01T10:15:00-05:00', INDIA, '2024-03-01T15:15:00.000Z'],
  ['2024-03-01T10:15:30.123Z', INDIA, '2024-03-01T10:15:30.000Z'],
  ['2024-03-01 10:15:00 UTC', INDIA, '2024-03-01T10:15:00.000Z'],
  ['२०२४-०३-०१ १०:१५', INDIA, '2024-03-01T04:45:00.000Z'],
])('reads %s', (text, format, time) => expect(writtenTime(text, format)).toBe(time));

it('reads times around the hour that the clocks skip, which is the one before', () => {
  expect(writtenTime('2024-03-10 03:30', NEW_YORK)).toBe('2024-03-10T07:30:00.000Z');
  expect(writtenTime('2024-03-10 02:30', NEW_YORK)).toBe('2024-03-10T06:30:00.000Z');
  expect(writtenTime('2024-03-10 01:30', NEW_YORK)).toBe('2024-03-10T06:30:00.000Z');
});

it.each(['', 'yesterday', '2024-02-30', '31/12', '2024-03-01 25:00', '2024-03-01 10:75', '45352'])(
  'leaves %j as it is',
  (text) => expect(writtenTime(text, INDIA)).toBe(text),
);
