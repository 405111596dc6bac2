import { Logger } from '@nestjs/common';
import { Metrics } from '../../src/operations/metrics/metrics.js';

Logger.overrideLogger(false);

const of = (text: string, name: string): string | undefined =>
  text.split('\n').find((line) => line.startsWith(`${name} `));

describe('a figure', () => {
  it('is found out at each reading, a counter too', async () => {
    const metrics = new Metrics();
    let asked = 0;
    const read = (): number => (asked += 1);
    metrics.show({ kind: 'counter', name: 'asked_total', help: 'How often.', read });
    metrics.show({ kind: 'gauge', name: 'level', help: 'How high.', read: () => Promise.resolve(-3) });
    expect(of(await metrics.text(), 'asked_total')).toBe('asked_total 1');
    const text = await metrics.text();
    expect([of(text, 'asked_total'), of(text, 'level')]).toEqual(['asked_total 2', 'level -3']);
    expect(text).toContain('# TYPE asked_total counter');
    expect(text).toContain('# HELP level How high.');
  });

  it('that fails or does not come is no number, and spoils none of the others', async () => {
    const metrics = new Metrics();
    let works = true;
    metrics.show({
      kind: 'gauge',
      name: 'failing',
      help: '-',
      read: () => Promise.reject(new Error('away')),
    });
    metrics.show({ kind: 'gauge', name: 'hanging', help: '-', read: () => new Promise(() => undefined) });
    metrics.show({ kind: 'counter', name: 'counted', help: '-', read: () => (works ? 7 : NaN) });
    await metrics.text();
    works = false;
    const text = await metrics.text();
    expect(of(text, 'failing')).toMatch(/^failing nan$/i);
    expect(of(text, 'hanging')).toMatch(/^hanging nan$/i);
    expect(of(text, 'counted')).toBe('counted 7');
  });
});
