import { inspect } from './inspect-input.js';

const nested = (levels: number): unknown => (levels === 0 ? 'end' : [nested(levels - 1)]);

const members = (count: number): unknown =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`member${i}`, i]));

describe('inspect', () => {
  it.each([undefined, null, 'text', 1, { lines: [{ note: 'पालक \u0001 💥' }] }, nested(15), members(50)])(
    'accepts %j',
    (input) => {
      expect(() => inspect(input)).not.toThrow();
    },
  );

  it.each([
    ['a text with NUL', { lines: [{ note: 'a\0b' }] }],
    ['a name with NUL', { 'a\0b': 1 }],
    ['half of a surrogate pair', { note: 'a\ud83d' }],
    ['the other half of a surrogate pair', ['\udca5a']],
    ...['constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'].map(
      (name): [string, unknown] => [`the built-in name ${name}`, { [name]: 1 }],
    ),
    ['the name __proto__', JSON.parse('{"address":{"__proto__":{"admin":true}}}')],
    ['too many levels', nested(17)],
    ['too many members', members(51)],
    ['too many members inside an element', { lines: [members(51)] }],
    ['too many elements', { lines: Array.from({ length: 1001 }, () => 1) }],
    ['too many values in all', Array.from({ length: 950 }, () => members(6))],
  ])('refuses %s', (_, input) => {
    expect(() => inspect(input)).toThrow(expect.objectContaining({ code: 'request.invalid' }) as Error);
  });
});
