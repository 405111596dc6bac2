import type { EChartsCoreOption } from 'echarts/core';

/** What charts are drawn with: the theme's colours, as it has them right now. */
export interface ChartLook {
  readonly series: readonly string[];
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly font: string;
  /** Whoever asked for little motion gets none. */
  readonly isStill: boolean;
}

export interface ChartSeries {
  readonly name: string;
  readonly kind: 'bar' | 'line';
  /** null where there is nothing to be compared with. */
  readonly values: readonly (number | null)[];
  /** Drawn as what it is compared with. */
  readonly isEarlier?: boolean;
}

export interface Chart {
  /** Tells what is seen to those who do not see it; the table below has all of it. */
  readonly description: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Writes a value. */
  readonly write: (value: number) => string;
  /** Names stand at the left and bars lie: for many long names. */
  readonly isLying?: boolean;
}

/** A chart as ECharts wants it. Its tooltip is drawn, since the page's policy refuses the styles of one made of HTML. */
export function chartOption(chart: Chart, look: ChartLook): EChartsCoreOption {
  const { labels, series, write, isLying = false } = chart;
  const names = {
    type: 'category',
    data: labels,
    inverse: isLying,
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
    axisLabel: {
      color: look.muted,
      hideOverlap: !isLying,
      ...(isLying && { width: 150, overflow: 'truncate' }),
    },
  };
  const values = {
    type: 'value',
    splitLine: { lineStyle: { color: look.line } },
    axisLabel: { color: look.muted, formatter: write, hideOverlap: true },
  };
  return {
    animation: !look.isStill,
    animationDuration: 220,
    aria: { enabled: true, label: { description: chart.description } },
    color: [...look.series],
    textStyle: { fontFamily: look.font },
    grid: { left: 8, right: 20, top: series.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, left: 0, top: 0, textStyle: { color: look.ink } },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.surface,
      borderColor: look.line,
      textStyle: { color: look.ink },
      axisPointer: { type: series.some(({ kind }) => kind === 'bar') ? 'shadow' : 'line' },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : '–'),
    },
    xAxis: isLying ? values : names,
    yAxis: isLying ? names : values,
    series: series.map((one) => seriesOption(one, look)),
  };
}

function seriesOption({ name, kind, values, isEarlier = false }: ChartSeries, look: ChartLook) {
  const common = { name, type: kind, data: values };
  if (kind === 'bar') return { ...common, barMaxWidth: 36, itemStyle: { borderRadius: 4 } };
  return {
    ...common,
    showSymbol: values.length < 2,
    symbol: 'circle',
    lineStyle: isEarlier ? { width: 2, type: 'dashed', color: look.muted } : { width: 2 },
    ...(isEarlier && { itemStyle: { color: look.muted } }),
  };
}
