import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { readChoice, writeChoice, type ListChoice } from './list-choice';

/** How the list on this page is to be shown, as its address says. Each change is a step in the browser's history. */
export function useListChoice() {
  const route = useRoute();
  const router = useRouter();
  const choice = computed(() => readChoice(route.query));

  function choose(next: ListChoice): void {
    void router.push({ query: writeChoice(next, route.query) });
  }

  return { choice, choose };
}
