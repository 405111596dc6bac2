import { useFormatters } from 'ui-common/composables/useFormatters';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;
const STEP = 1000;

/** Returns a formatter for file sizes, such as "12 kB". */
export function useFileSize(): (bytes: number) => string {
  const { tag } = useFormatters();
  return (bytes) => {
    const power = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(STEP)));
    return new Intl.NumberFormat(tag.value, {
      style: 'unit',
      unit: UNITS[power] ?? 'byte',
      unitDisplay: power === 0 ? 'long' : 'short',
      maximumFractionDigits: 1,
    }).format(bytes / STEP ** power);
  };
}
