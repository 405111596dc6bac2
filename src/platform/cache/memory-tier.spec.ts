import { MemoryTier } from './memory-tier.js';

const entry = (value: string, expires = Date.now() + 60_000) => ({ value, expires });

it('stays within its limit and keeps entries that are read', () => {
  const memory = new MemoryTier(10);
  memory.set('popular', entry('popular'));
  for (let i = 0; i < 1000; i++) {
    memory.set(`once ${i}`, entry(`once ${i}`));
    expect(memory.fresh('popular')?.value).toBe('popular');
  }
  const remaining = Array.from({ length: 1000 }, (_, i) => memory.get(`once ${i}`)).filter(Boolean);
  expect(remaining.length).toBeGreaterThan(0);
  expect(remaining.length).toBeLessThan(10);
});

it('returns neither expired entries nor entries without an expiry', () => {
  const memory = new MemoryTier(10);
  memory.set('old', entry('old', Date.now() - 1));
  memory.set('no expiry', { value: 'x' });
  expect(memory.fresh('old')).toBeUndefined();
  expect(memory.fresh('no expiry')).toBeUndefined();
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
