import fc from 'fast-check';
import { Generation } from './generation.js';

function newGeneration(): { generation: Generation; changes: () => number } {
  let changes = 0;
  return { generation: new Generation(() => (changes += 1)), changes: () => changes };
}

it('is of the process alone until Redis has given a number', () => {
  const { generation, changes } = newGeneration();
  expect(generation.isShared).toBe(false);
  generation.share(generation.raise(), 100);
  expect([generation.isShared, generation.token, generation.known]).toEqual([true, '100', 100]);
  expect(changes()).toBe(2);
});

it('is left at once by a raise, before Redis has answered', () => {
  const { generation } = newGeneration();
  generation.share(generation.raise(), 100);
  const before = generation.token;
  const raised = generation.raise();
  expect(generation.isShared).toBe(false);
  expect(generation.token).not.toBe(before);
  generation.share(raised, 101);
  expect(generation.token).toBe('101');
});

it('waits for the number of its last raise', () => {
  const { generation } = newGeneration();
  const [first, second] = [generation.raise(), generation.raise()];
  generation.share(first, 101);
  expect(generation.isShared).toBe(false);
  generation.share(second, 103);
  expect(generation.token).toBe('103');
});

it('follows others upwards alone, and not while its own raise is under way', () => {
  const { generation, changes } = newGeneration();
  generation.share(generation.raise(), 100);
  generation.follow(99);
  expect(generation.token).toBe('100');
  generation.follow(102);
  expect(generation.token).toBe('102');
  const raised = generation.raise();
  generation.follow(105);
  expect(generation.isShared).toBe(false);
  generation.share(raised, 104);
  expect(generation.token).toBe('105');
  const before = changes();
  generation.follow(105);
  expect(changes()).toBe(before);
});

/**
 * Processes that raise, with answers that come late, in another order, or not at all. Whoever reads under a shared number
 * must have learnt it after every raise that was numbered with it or below: so it never reads what was kept before its own.
 */
it('never comes back to a token that was left by a raise', () => {
  const step = fc.oneof(
    fc.constant('raise' as const),
    fc.record({ answer: fc.nat(20) }),
    fc.record({ follow: fc.nat(60) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { generation } = newGeneration();
      const left = new Set<string>();
      const numbers: { raised: number; number: number }[] = [];
      let redis = 1;
      for (const what of steps) {
        if (what === 'raise') {
          left.add(generation.token);
          numbers.push({
            raised: generation.raise(),
            number: (redis = Math.max(redis, generation.known) + 1),
          });
        } else if ('answer' in what) {
          const [answered] = numbers.splice(what.answer % Math.max(1, numbers.length), 1);
          if (answered !== undefined) generation.share(answered.raised, answered.number);
        } else if (what.follow <= redis) {
          generation.follow(what.follow);
        }
        expect(left).not.toContain(generation.token);
      }
    }),
  );
});
