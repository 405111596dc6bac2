export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * Selects the encoding of a response by `Accept-Encoding`.
 *
 * @param available encodings of the response, best first
 */
export function encodingFor(
  accepted: string | string[] | undefined,
  available: readonly Encoding[] = ['br', 'gzip'],
): Encoding {
  const parts = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((word) => word.trim()));
  const isAccepted = (encoding: Encoding): boolean =>
    parts.some(([name, weight]) => name === encoding && !/^q=0(?:\.0*)?$/.test(weight ?? ''));
  return available.find(isAccepted) ?? 'identity';
}
