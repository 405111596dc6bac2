import { storeUrl } from './store-url.js';

it.each([
  [{ publicUrl: 'https://shop.example.com', host: '0.0.0.0', port: 3000 }, 'https://shop.example.com'],
  [{ publicUrl: undefined, host: '127.0.0.1', port: 3000 }, 'http://127.0.0.1:3000'],
  [{ publicUrl: undefined, host: '0.0.0.0', port: 80 }, 'http://localhost:80'],
  [{ publicUrl: undefined, host: '::', port: 3000 }, 'http://localhost:3000'],
  [{ publicUrl: undefined, host: '::1', port: 3000 }, 'http://[::1]:3000'],
])('builds the store URL from %p', (config, url) => {
  expect(storeUrl(config)).toBe(url);
});
