import { writtenNumber } from './written-number.js';

describe('writtenNumber', () => {
  it.each<[string, 'point' | 'comma', number]>([
    ['1250', 'point', 1250],
    ['1,250', 'point', 1250],
    ['1,25,000.5', 'point', 125_000.5],
    ['1 250.5', 'point', 1250.5],
    ['-3.5', 'point', -3.5],
    ['४२.५', 'point', 42.5],
    ['3,5', 'comma', 3.5],
    ['1.299,00', 'comma', 1299],
    ['1.299', 'comma', 1299],
    ['1’299,5', 'comma', 1299.5],
    ['-0,5', 'comma', -0.5],
  ])('reads %j with a decimal %s as %d', (text, mark, number) => {
    expect(writtenNumber(text, mark)).toBe(number);
  });

  it.each<[string, 'point' | 'comma']>([
    ['3,5', 'point'],
    ['1.299,00', 'point'],
    ['2.49', 'comma'],
    ['', 'point'],
    ['12 kg', 'point'],
    ['--3', 'point'],
  ])('does not read %j with a decimal %s', (text, mark) => {
    expect(writtenNumber(text, mark)).toBeUndefined();
  });
});
