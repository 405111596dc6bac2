import { isWebhookAddress } from './webhook-address.js';

describe('isWebhookAddress', () => {
  it.each([
    'https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t',
    'https://chat.example.com:8443/hook',
    'https://93.184.215.14/hook',
  ])('accepts %s', (value) => {
    expect(isWebhookAddress(value)).toBe(true);
  });

  it.each([
    'http://chat.googleapis.com/v1',
    'ftp://chat.example.com',
    'javascript:alert(1)',
    'chat.googleapis.com',
    'https://',
    'https://localhost/hook',
    'https://user:password@chat.example.com/',
    'https://user@chat.example.com/',
    'https://127.0.0.1/hook',
    'https://0x7f.1/hook',
    'https://2130706433/hook',
    'https://[::1]/hook',
    'https://[::ffff:10.0.0.1]/hook',
    'https://169.254.169.254/latest/meta-data',
    `https://chat.example.com/${'a'.repeat(500)}`,
    '',
    5,
    null,
    ['https://chat.example.com'],
  ])('rejects %p', (value) => {
    expect(isWebhookAddress(value)).toBe(false);
  });
});
