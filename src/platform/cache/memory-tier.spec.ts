import { MemoryTier } from './memory-tier.js';

const kept = (value: string, expires = Date.now() + 60_000) => ({ value, expires });

it('holds no more than it may, and keeps what is asked for', () => {
  const memory = new MemoryTier(10);
  memory.set('popular', kept('popular'));
  for (let i = 0; i < 1000; i++) {
    memory.set(`once ${i}`, kept(`once ${i}`));
    expect(memory.fresh('popular')?.value).toBe('popular');
  }
  const left = Array.from({ length: 1000 }, (_, i) => memory.get(`once ${i}`)).filter(Boolean);
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(10);
});

it('gives what is too old to nobody', () => {
  const memory = new MemoryTier(10);
  memory.set('old', kept('old', Date.now() - 1));
  memory.set('without an end', { value: 'x' });
  expect(memory.fresh('old')).toBeUndefined();
  expect(memory.fresh('without an end')).toBeUndefined();
});

it('gives the last that was set, and nothing after it was deleted or all was cleared', () => {
  const memory = new MemoryTier(4);
  memory.set('a', kept('first'));
  memory.set('b', kept('b'));
  memory.set('a', kept('second'));
  expect(memory.get('a')?.value).toBe('second');
  expect([memory.delete('a'), memory.delete('a'), memory.get('a')]).toEqual([true, false, undefined]);
  memory.clear();
  expect(memory.get('b')).toBeUndefined();
});
