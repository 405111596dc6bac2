import { encodingFor } from './content-encoding.js';

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip;q=0.000', 'identity'],
  ['br; q=0, gzip', 'gzip'],
  ['*', 'identity'],
  ['brotli', 'identity'],
  ['', 'identity'],
  [undefined, 'identity'],
])('selects for %j the encoding %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});

it('selects only an available encoding', () => {
  expect(encodingFor('gzip, br', ['gzip'])).toBe('gzip');
  expect(encodingFor('br', ['gzip'])).toBe('identity');
});
