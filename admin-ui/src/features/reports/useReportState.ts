import { storeDay } from 'ui-common/dates/day';
import { useStore } from 'ui-common/composables/useStore';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { readRange, type Preset } from './report-range';

/** Keeps a report's parameters in the page's URL: its range, and any other choices. */
export function useReportState() {
  const route = useRoute();
  const router = useRouter();
  const { data: store } = useStore();

  const today = computed(() => storeDay(Date.now(), store.value?.timeZone ?? 'UTC'));
  const range = computed(() => readRange(route.query, today.value));

  function change(changes: Readonly<Record<string, string | undefined>>): void {
    void router.push({ query: { ...route.query, ...changes } });
  }

  /** Returns a choice bound to a query parameter; invalid values fall back to the default. */
  function choice<Value extends string>(name: string, values: readonly Value[], defaultValue: Value) {
    return computed({
      get: () => values.find((value) => value === route.query[name]) ?? defaultValue,
      set: (value: Value) => change({ [name]: value === defaultValue ? undefined : value }),
    });
  }

  return {
    today,
    range,
    choice,
    setPreset: (preset: Preset): void => change({ range: preset, from: undefined, to: undefined }),
    setDays: (from: string, to: string): void => change({ range: undefined, from, to }),
  };
}

export type ReportState = ReturnType<typeof useReportState>;
