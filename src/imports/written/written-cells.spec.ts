import { readDate, readFlag } from './written-cells.js';
import { writtenUnit } from './written-unit.js';

describe('writtenUnit', () => {
  it.each([
    ['Kg', { unitType: 'kg' }],
    ['pcs.', { unitType: 'piece' }],
    ['NOS', { unitType: 'piece' }],
    ['Stück', { unitType: 'piece' }],
    ['bunches', { unitType: 'bunch' }],
    ['Pkt', { unitType: 'pack' }],
    ['दर्जन', { unitType: 'dozen' }],
    ['1 l', { unitType: 'l' }],
    ['500 g', { unitType: 'pack', packSize: '500 g' }],
    ['1,5 l', { unitType: 'pack', packSize: '1,5 l' }],
    ['6 x 200ml', { unitType: 'pack', packSize: '6 x 200ml' }],
    ['25 bags', { unitType: 'pack', packSize: '25 bags' }],
  ])('reads %j', (text, unit) => {
    expect(writtenUnit(text)).toEqual(unit);
  });

  it.each(['', 'stone', '500', '0.5.1 kg', 'kg of'])('does not read %j', (text) => {
    expect(writtenUnit(text)).toBeUndefined();
  });
});

describe('readDate', () => {
  it.each([
    ['2027-02-05', false, '2027-02-05'],
    ['5/2/2027', false, '2027-02-05'],
    ['5/2/2027', true, '2027-05-02'],
    ['05-02-2027', false, '2027-02-05'],
    ['5.2.2027', true, '2027-02-05'],
    ['5/2/27', false, '5/2/27'],
    ['soon', false, 'soon'],
  ])('reads %j as the country writes it (month first: %j)', (text, isMonthFirst, date) => {
    expect(readDate(text, isMonthFirst)).toBe(date);
  });
});

it('reads yes and no in three languages, and leaves other words as they are', () => {
  expect(['Yes', 'ja', 'हाँ', '1'].map(readFlag)).toEqual([true, true, true, true]);
  expect(['no', 'Nein', 'नहीं', '0', 'draft'].map(readFlag)).toEqual([false, false, false, false, false]);
  expect(readFlag('maybe')).toBe('maybe');
});
