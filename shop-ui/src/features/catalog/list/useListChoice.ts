import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { readChoice, writeChoice, type ListChoice } from './list-choice';

/** Filters and sort order of the list on this page, from the URL. Each change adds a history entry. */
export function useListChoice() {
  const route = useRoute();
  const router = useRouter();
  const choice = computed(() => readChoice(route.query));

  function choose(next: ListChoice): void {
    void router.push({ query: writeChoice(next, route.query) });
  }

  return { choice, choose };
}
