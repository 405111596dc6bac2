import fc from 'fast-check';
import { Generation } from './generation.js';

function newGeneration(): { generation: Generation; changes: () => number } {
  let changes = 0;
  return { generation: new Generation(() => (changes += 1)), changes: () => changes };
}

it('is local to the process until Redis assigns a number', () => {
  const { generation, changes } = newGeneration();
  expect(generation.isShared).toBe(false);
  generation.assignNumber(generation.invalidate(), 100);
  expect([generation.isShared, generation.token, generation.highestKnown]).toEqual([true, '100', 100]);
  expect(changes()).toBe(2);
});

it('changes immediately on an invalidation, before Redis answers', () => {
  const { generation } = newGeneration();
  generation.assignNumber(generation.invalidate(), 100);
  const before = generation.token;
  const raised = generation.invalidate();
  expect(generation.isShared).toBe(false);
  expect(generation.token).not.toBe(before);
  generation.assignNumber(raised, 101);
  expect(generation.token).toBe('101');
});

it('stays local until the number of its last invalidation arrives', () => {
  const { generation } = newGeneration();
  const [first, second] = [generation.invalidate(), generation.invalidate()];
  generation.assignNumber(first, 101);
  expect(generation.isShared).toBe(false);
  generation.assignNumber(second, 103);
  expect(generation.token).toBe('103');
});

it('follows others only upwards, and not while its own invalidation is pending', () => {
  const { generation, changes } = newGeneration();
  generation.assignNumber(generation.invalidate(), 100);
  generation.follow(99);
  expect(generation.token).toBe('100');
  generation.follow(102);
  expect(generation.token).toBe('102');
  const raised = generation.invalidate();
  generation.follow(105);
  expect(generation.isShared).toBe(false);
  generation.assignNumber(raised, 104);
  expect(generation.token).toBe('105');
  const before = changes();
  generation.follow(105);
  expect(changes()).toBe(before);
});

/**
 * Simulates invalidations whose responses arrive late, out of order, or never. A process that reads under a shared number
 * must learn it after every invalidation with that number or a lower one. It then never reads values from before its own.
 */
it('never returns to a token that an invalidation retired', () => {
  const anyStep = fc.oneof(
    fc.constant('raise' as const),
    fc.record({ answer: fc.nat(20) }),
    fc.record({ follow: fc.nat(60) }),
  );
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      const { generation } = newGeneration();
      const retired = new Set<string>();
      const pending: { raised: number; number: number }[] = [];
      let redis = 1;
      for (const step of steps) {
        if (step === 'raise') {
          retired.add(generation.token);
          pending.push({
            raised: generation.invalidate(),
            number: (redis = Math.max(redis, generation.highestKnown) + 1),
          });
        } else if ('answer' in step) {
          const [answered] = pending.splice(step.answer % Math.max(1, pending.length), 1);
          if (answered !== undefined) generation.assignNumber(answered.raised, answered.number);
        } else if (step.follow <= redis) {
          generation.follow(step.follow);
        }
        expect(retired).not.toContain(generation.token);
      }
    }),
  );
});
