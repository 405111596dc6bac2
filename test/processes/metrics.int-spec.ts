import { Logger } from '@nestjs/common';
import { Metrics } from '../../src/operations/metrics/metrics.js';

Logger.overrideLogger(false);

const seriesOf = (text: string, name: string): string | undefined =>
  text.split('\n').find((line) => line.startsWith(`${name} `));

describe('Metrics', () => {
  it('reads each value on every request, including counters', async () => {
    const metrics = new Metrics();
    let reads = 0;
    const read = (): number => (reads += 1);
    metrics.register({ kind: 'counter', name: 'asked_total', help: 'How often.', read });
    metrics.register({ kind: 'gauge', name: 'level', help: 'How high.', read: () => Promise.resolve(-3) });
    expect(seriesOf(await metrics.text(), 'asked_total')).toBe('asked_total 1');
    const text = await metrics.text();
    expect([seriesOf(text, 'asked_total'), seriesOf(text, 'level')]).toEqual(['asked_total 2', 'level -3']);
    expect(text).toContain('# TYPE asked_total counter');
    expect(text).toContain('# HELP level How high.');
  });

  it('reports NaN for a value that fails or hangs, without affecting the others', async () => {
    const metrics = new Metrics();
    let works = true;
    metrics.register({
      kind: 'gauge',
      name: 'failing',
      help: '-',
      read: () => Promise.reject(new Error('away')),
    });
    metrics.register({ kind: 'gauge', name: 'hanging', help: '-', read: () => new Promise(() => undefined) });
    metrics.register({ kind: 'counter', name: 'counted', help: '-', read: () => (works ? 7 : NaN) });
    await metrics.text();
    works = false;
    const text = await metrics.text();
    expect(seriesOf(text, 'failing')).toMatch(/^failing nan$/i);
    expect(seriesOf(text, 'hanging')).toMatch(/^hanging nan$/i);
    expect(seriesOf(text, 'counted')).toBe('counted 7');
  });
});
