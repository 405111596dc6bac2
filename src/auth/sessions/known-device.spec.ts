import { knownDeviceId, rememberOnDevice } from './known-device.js';

const SECRET = 'a secret of thirty-two characters';
const user = (n: number): string => `0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e${String(n).padStart(2, '0')}`;

describe('the cookie of a known device', () => {
  it('proves each account that was remembered, under one device ID', () => {
    const first = rememberOnDevice(undefined, user(1), SECRET);
    const cookie = rememberOnDevice(first, user(2), SECRET);
    const deviceId = knownDeviceId(cookie, user(1), SECRET);
    expect(deviceId).toBe(first.split('.')[0]);
    expect(knownDeviceId(cookie, user(2), SECRET)).toBe(deviceId);
    expect(knownDeviceId(first, user(2), SECRET)).toBeUndefined();
  });

  it('does not change when an account is remembered again', () => {
    const cookie = rememberOnDevice(undefined, user(1), SECRET);
    expect(rememberOnDevice(cookie, user(1), SECRET)).toBe(cookie);
  });

  it('forgets the oldest account if there are more than eight', () => {
    let cookie: string | undefined;
    for (let n = 1; n <= 9; n++) cookie = rememberOnDevice(cookie, user(n), SECRET);
    expect(knownDeviceId(cookie, user(1), SECRET)).toBeUndefined();
    for (let n = 2; n <= 9; n++) expect(knownDeviceId(cookie, user(n), SECRET)).toBeDefined();
  });

  it('is worth nothing with another secret, another device ID, or in another form', () => {
    const cookie = rememberOnDevice(undefined, user(1), SECRET);
    const other = rememberOnDevice(undefined, user(1), SECRET);
    expect(knownDeviceId(cookie, user(1), `${SECRET}!`)).toBeUndefined();
    const mixed = `${other.split('.')[0] ?? ''}.${cookie.split('.')[1] ?? ''}`;
    for (const forged of [mixed, '', '.', cookie.slice(1), `${cookie}.x`, `${cookie}\n`, undefined])
      expect(knownDeviceId(forged, user(1), SECRET)).toBeUndefined();
  });

  it('starts again from a cookie that is malformed', () => {
    expect(knownDeviceId(rememberOnDevice('nonsense', user(1), SECRET), user(1), SECRET)).toBeDefined();
  });
});
