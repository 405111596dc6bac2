export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * How a client takes an answer, by its `Accept-Encoding`.
 *
 * @param made the ways in which there is one, the best first
 */
export function encodingFor(
  accepted: string | string[] | undefined,
  made: readonly Encoding[] = ['br', 'gzip'],
): Encoding {
  const parts = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((word) => word.trim()));
  const isTaken = (encoding: Encoding): boolean =>
    parts.some(([name, weight]) => name === encoding && !/^q=0(?:\.0*)?$/.test(weight ?? ''));
  return made.find(isTaken) ?? 'identity';
}
