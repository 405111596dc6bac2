import type { ImportReadingView } from './reading.dto.js';
import type { Reading } from './reading.js';

export function readingView({ format, ...reading }: Reading): ImportReadingView {
  const isText = format.kind === 'csv';
  return {
    kind: format.kind,
    encoding: isText ? format.encoding : null,
    separator: isText ? format.separator : null,
    decimalMark: format.decimalMark,
    sheet: isText ? null : format.sheet,
    sheets: isText ? [] : [...format.sheets],
    headings: [...reading.headings],
    sample: reading.sample.map((row) => [...row]),
    columns: [...reading.columns],
    fixed: reading.fixed,
    source: reading.source,
    preset: reading.preset,
  };
}
