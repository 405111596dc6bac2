/** A moment as the API writes it, ISO 8601 in UTC; null where there was none. @param milliseconds since 1970 */
export function writtenInstant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
