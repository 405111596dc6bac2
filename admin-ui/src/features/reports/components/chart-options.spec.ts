import { describe, expect, it } from 'vitest';
import { chartOption, type Chart, type ChartTheme } from './chart-options';

const THEME: ChartTheme = {
  series: ['#17633b'],
  ink: '#000',
  muted: '#555',
  line: '#ddd',
  surface: '#fff',
  font: 'Figtree',
  reducedMotion: true,
};
const CHART: Chart = {
  description: 'Revenue by day',
  labels: ['Mon', 'Tue'],
  series: [{ name: 'Revenue', kind: 'bar', values: [100, 200] }],
  format: (value) => `₹${String(value)}`,
};

describe('chartOption', () => {
  it('describes the chart and disables animation for reduced motion', () => {
    expect(chartOption(CHART, THEME)).toMatchObject({
      animation: false,
      aria: { enabled: true, label: { description: 'Revenue by day' } },
    });
  });

  it('draws the tooltip on the canvas, which needs no inline styles', () => {
    expect(chartOption(CHART, THEME)).toMatchObject({ tooltip: { renderMode: 'richText' } });
  });

  it('draws horizontal bars for long names', () => {
    expect(chartOption({ ...CHART, isHorizontal: true }, THEME)).toMatchObject({
      xAxis: { type: 'value' },
      yAxis: { type: 'category', data: ['Mon', 'Tue'], inverse: true },
    });
  });

  it('shows a legend for more than one series', () => {
    const earlier = { name: 'Before', kind: 'line', values: [90, null], isEarlier: true } as const;
    expect(chartOption(CHART, THEME)).toMatchObject({ legend: { show: false } });
    expect(chartOption({ ...CHART, series: [...CHART.series, earlier] }, THEME)).toMatchObject({
      legend: { show: true },
      series: [{ type: 'bar' }, { type: 'line', lineStyle: { type: 'dashed' } }],
    });
  });
});
