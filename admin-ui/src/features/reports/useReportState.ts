import { storeDay } from 'ui-common/dates/day';
import { useStore } from 'ui-common/composables/useStore';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { readRange, type Preset } from './report-range';

/** What a report is asked for, in the page's address: its range, and whatever choices it has besides. */
export function useReportState() {
  const route = useRoute();
  const router = useRouter();
  const { data: store } = useStore();

  const today = computed(() => storeDay(Date.now(), store.value?.timeZone ?? 'UTC'));
  const range = computed(() => readRange(route.query, today.value));

  function change(changes: Readonly<Record<string, string | undefined>>): void {
    void router.push({ query: { ...route.query, ...changes } });
  }

  /** One of the choices, as far as the address has one of those. */
  function choice<Value extends string>(name: string, values: readonly Value[], usual: Value) {
    return computed({
      get: () => values.find((value) => value === route.query[name]) ?? usual,
      set: (value: Value) => change({ [name]: value === usual ? undefined : value }),
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
