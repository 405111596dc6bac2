import { canonicalJson } from './canonical-json.js';

it('sorts members at every depth, keeps the order of lists, and has no white space', () => {
  const value = { b: [{ z: 1, a: null }, 2], a: 'ä "quoted"', 10: true, 2: undefined };
  expect(canonicalJson(value)).toBe('{"10":true,"a":"ä \\"quoted\\"","b":[{"a":null,"z":1},2]}');
});

it('gives equal values the same text', () => {
  const text = canonicalJson({ b: 1, a: { d: 2, c: 3 } });
  expect(canonicalJson({ a: { c: 3, d: 2 }, b: 1 })).toBe(text);
  expect(canonicalJson(JSON.parse(text))).toBe(text);
});
