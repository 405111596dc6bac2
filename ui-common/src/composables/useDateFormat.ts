import { useFormatters } from './useFormatters.ts';
import { useStore } from './useStore.ts';

/** Formats dates and times in the user's language and the time zone of the store, where orders are handled. */
export function useDateFormat() {
  const { tag } = useFormatters();
  const { data: store } = useStore();

  function format(iso: string, options: Intl.DateTimeFormatOptions): string {
    const timeZone = store.value?.timeZone ?? 'UTC';
    return new Intl.DateTimeFormat(tag.value, { ...options, timeZone }).format(new Date(iso));
  }

  /** "5 Jan 2026, 2:42 pm" */
  function dateTime(iso: string): string {
    return format(iso, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** "5 January 2026" */
  function day(iso: string): string {
    return format(iso, { dateStyle: 'long' });
  }

  /** "2:42 pm" */
  function time(iso: string): string {
    return format(iso, { timeStyle: 'short' });
  }

  return { dateTime, day, time };
}
