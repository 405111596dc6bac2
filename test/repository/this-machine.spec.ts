import { isOnThisMachine } from '../../scripts/lib/this-machine.mjs';

it.each([
  ['http://127.0.0.1:3000', true],
  ['http://localhost:3000/', true],
  ['http://[::1]:3000', true],
  ['http://127.1:3000', true],
  ['http://192.168.1.20:3000', false],
  ['https://shop.example', false],
  ['https://localhost.example', false],
  ['https://127.0.0.1.example', false],
  ['http://localhost@shop.example', false],
])('tells whether %s is on this machine: %s', (url, expected) => {
  expect(isOnThisMachine(url)).toBe(expected);
});
