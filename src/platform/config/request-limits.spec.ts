import { parseRequestLimits, REQUEST_LIMITS } from './request-limits.js';

it('keeps the defaults without entries', () => {
  expect(parseRequestLimits('')).toMatchObject({ exports: REQUEST_LIMITS.exports.limit, searches: 300 });
});

it('changes the limits that are named', () => {
  expect(parseRequestLimits('exports=5, searches=1000,')).toMatchObject({
    exports: 5,
    searches: 1000,
    imports: REQUEST_LIMITS.imports.limit,
  });
});

it.each([
  'export=5',
  'exports',
  'exports=',
  'exports=0',
  'exports=-1',
  'exports=1.5',
  'toString=1',
  'exports=1=2',
])('refuses %j', (text) => {
  expect(parseRequestLimits(text)).toBeUndefined();
});
