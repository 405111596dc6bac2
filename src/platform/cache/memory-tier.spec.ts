import { setTimeout as sleep } from 'node:timers/promises';
import { MemoryTier } from './memory-tier.js';

const entry = (value: string, expires = Date.now() + 60_000) => ({ value, expires });

it('stays within its limit and keeps entries that are read', () => {
  const memory = new MemoryTier(10);
  memory.set('popular', entry('popular'));
  for (let i = 0; i < 1000; i++) {
    memory.set(`once ${i}`, entry(`once ${i}`));
    expect(memory.get('popular')?.value).toBe('popular');
  }
  const remaining = Array.from({ length: 1000 }, (_, i) => memory.get(`once ${i}`)?.value).filter(Boolean);
  expect(remaining).toEqual(Array.from({ length: 9 }, (_, i) => `once ${991 + i}`));
});

it('returns an entry until it expires, and none that has expired or never expires', async () => {
  const memory = new MemoryTier(10);
  memory.set('new', entry('new', Date.now() + 50));
  memory.set('old', entry('old', Date.now() - 1));
  memory.set('no expiry', { value: 'x' });
  expect(['new', 'old', 'no expiry'].map((key) => memory.get(key)?.value)).toEqual([
    'new',
    undefined,
    undefined,
  ]);
  await sleep(60);
  expect(memory.get('new')).toBeUndefined();
});

it('returns the latest value of a key, and nothing after delete or clear', () => {
  const memory = new MemoryTier(4);
  memory.set('a', entry('first'));
  memory.set('b', entry('b'));
  memory.set('a', entry('second'));
  expect(memory.get('a')?.value).toBe('second');
  expect([memory.delete('a'), memory.delete('a'), memory.get('a')]).toEqual([true, false, undefined]);
  memory.clear();
  expect(memory.get('b')).toBeUndefined();
});

it('drops the value of a key that is set again without time to live', () => {
  const memory = new MemoryTier(4);
  memory.set('a', entry('first'));
  memory.set('a', entry('second', Date.now()));
  expect(memory.get('a')).toBeUndefined();
});
