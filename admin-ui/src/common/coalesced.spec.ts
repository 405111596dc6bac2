import { describe, expect, it } from 'vitest';
import { coalesced } from './coalesced';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('coalesced', () => {
  it('makes one look of all calls that come during a look', async () => {
    const finish: (() => void)[] = [];
    const look = coalesced(() => new Promise<void>((resolve) => finish.push(resolve)));
    for (let call = 0; call < 5; call++) look();
    expect(finish).toHaveLength(1);
    finish[0]?.();
    await settle();
    expect(finish).toHaveLength(2);
    finish[1]?.();
    await settle();
    expect(finish).toHaveLength(2);
    look();
    expect(finish).toHaveLength(3);
  });

  it('looks again after a look that failed', async () => {
    let looks = 0;
    const look = coalesced(() => Promise.reject(new Error(String((looks += 1)))));
    look();
    await settle();
    look();
    await settle();
    expect(looks).toBe(2);
  });
});
