/** Formats an instant as the API writes it, ISO 8601 in UTC; null stays null. @param milliseconds since 1970 */
export function formatInstant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
