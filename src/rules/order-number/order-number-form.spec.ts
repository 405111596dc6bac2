import { orderNumberRanges, writtenOrderNumber } from './order-number-form.js';

it.each([
  ['7K3M-92QX-4F', '7K3M-92QX-4F'],
  ['7k3m92qx4f', '7K3M-92QX-4F'],
  ['7K3M 92QX 4F', '7K3M-92QX-4F'],
  ['#7k3m', '7K3M'],
  ['7K3M-', '7K3M'],
  ['7k3m9', '7K3M-9'],
  ['७K३M९', '7K3M-9'],
  ['oil', '011'],
])('writtenOrderNumber(%j) is %j', (typed, number) => {
  expect(writtenOrderNumber(typed)).toBe(number);
});

it.each(['', ' ', '#', 'usha', 'eleven letters', '+91 98450 12303', '7K3M-92QX-4F0'])(
  'writtenOrderNumber(%j) is undefined',
  (typed) => {
    expect(writtenOrderNumber(typed)).toBeUndefined();
  },
);

it('gives the ranges of numbers as typed and as stored', () => {
  expect(orderNumberRanges('7k3m9').map(({ first }) => first)).toEqual(['7K3M9', '7K3M-9']);
  expect(orderNumberRanges('7K3M').map(({ first }) => first)).toEqual(['7K3M']);
  for (const { first, last } of orderNumberRanges('7k3m9'))
    expect(first < `${first}Z` && `${first}Z` < last).toBe(true);
});
