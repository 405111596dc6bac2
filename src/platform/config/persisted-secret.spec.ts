import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { persistedSecret } from './persisted-secret.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'persisted-secret-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});

it('creates a long random secret in a new folder that only its owner can read', () => {
  const folder = join(root, 'data');
  const secret = persistedSecret(folder, 'jwt-secret');
  expect(secret).toMatch(/^[\w-]{64}$/);
  expect(persistedSecret(folder, 'other-secret')).not.toBe(secret);
  expect(readdirSync(folder)).toEqual(['jwt-secret', 'other-secret']);
  expect(statSync(join(folder, 'jwt-secret')).mode & 0o777).toBe(0o600);
});

it('returns the stored secret from then on', () => {
  const secret = persistedSecret(root, 'jwt-secret');
  expect(persistedSecret(root, 'jwt-secret')).toBe(secret);
  writeFileSync(join(root, 'jwt-secret'), 'chosen by hand\n');
  expect(persistedSecret(root, 'jwt-secret')).toBe('chosen by hand');
});

it('takes the secret of a process that starts at the same time and is faster', () => {
  const link = fs.linkSync;
  jest.spyOn(fs, 'linkSync').mockImplementationOnce((part, path) => {
    writeFileSync(path, 'secret of the faster process');
    link(part, path);
  });
  expect(persistedSecret(root, 'jwt-secret')).toBe('secret of the faster process');
  expect(readdirSync(root)).toEqual(['jwt-secret']);
});

it('never shows an incomplete secret to other processes', () => {
  const link = fs.linkSync;
  jest.spyOn(fs, 'linkSync').mockImplementationOnce((part, path) => {
    expect(fs.existsSync(path)).toBe(false);
    link(part, path);
    expect(readFileSync(path, 'utf8')).toHaveLength(64);
  });
  persistedSecret(root, 'jwt-secret');
});

it('leaves no file behind if the disk is full', () => {
  jest.spyOn(fs, 'writeFileSync').mockImplementationOnce((path) => {
    jest.requireActual<typeof fs>('node:fs').openSync(path as string, 'w');
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  expect(() => persistedSecret(root, 'jwt-secret')).toThrow('no space left on device');
  expect(readdirSync(root)).toEqual([]);
});
