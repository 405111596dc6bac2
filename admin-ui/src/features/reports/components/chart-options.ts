import type { EChartsCoreOption } from 'echarts/core';

/** Colours and font of the current theme, for charts. */
export interface ChartTheme {
  readonly series: readonly string[];
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly font: string;
  /** True if the user prefers reduced motion. */
  readonly reducedMotion: boolean;
}

export interface ChartSeries {
  readonly name: string;
  readonly kind: 'bar' | 'line';
  /** Null where there is nothing to compare with. */
  readonly values: readonly (number | null)[];
  /** True for the previous period, drawn as the comparison. */
  readonly isEarlier?: boolean;
}

export interface Chart {
  /** Description for screen readers; the table below has all the numbers. */
  readonly description: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Formats a value. */
  readonly format: (value: number) => string;
  /** True for horizontal bars with names at the left, which suits many long names. */
  readonly isHorizontal?: boolean;
}

/** Returns the ECharts options. The tooltip is drawn on the canvas, since the page's policy refuses the styles of an HTML tooltip. */
export function chartOption(chart: Chart, theme: ChartTheme): EChartsCoreOption {
  const { labels, series, format, isHorizontal = false } = chart;
  const names = {
    type: 'category',
    data: labels,
    inverse: isHorizontal,
    axisLine: { lineStyle: { color: theme.line } },
    axisTick: { show: false },
    axisLabel: {
      color: theme.muted,
      hideOverlap: !isHorizontal,
      ...(isHorizontal && { width: 150, overflow: 'truncate' }),
    },
  };
  const values = {
    type: 'value',
    splitLine: { lineStyle: { color: theme.line } },
    axisLabel: { color: theme.muted, formatter: format, hideOverlap: true },
  };
  return {
    animation: !theme.reducedMotion,
    animationDuration: 220,
    aria: { enabled: true, label: { description: chart.description } },
    color: [...theme.series],
    textStyle: { fontFamily: theme.font },
    grid: { left: 8, right: 20, top: series.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, left: 0, top: 0, textStyle: { color: theme.ink } },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.line,
      textStyle: { color: theme.ink },
      axisPointer: { type: series.some(({ kind }) => kind === 'bar') ? 'shadow' : 'line' },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–'),
    },
    xAxis: isHorizontal ? values : names,
    yAxis: isHorizontal ? names : values,
    series: series.map((item) => seriesOption(item, theme)),
  };
}

function seriesOption({ name, kind, values, isEarlier = false }: ChartSeries, theme: ChartTheme) {
  const common = { name, type: kind, data: values };
  if (kind === 'bar') return { ...common, barMaxWidth: 36, itemStyle: { borderRadius: 4 } };
  return {
    ...common,
    showSymbol: values.length < 2,
    symbol: 'circle',
    lineStyle: isEarlier ? { width: 2, type: 'dashed', color: theme.muted } : { width: 2 },
    ...(isEarlier && { itemStyle: { color: theme.muted } }),
  };
}
