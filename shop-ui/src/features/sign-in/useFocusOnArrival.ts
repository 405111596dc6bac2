import { onMounted } from 'vue';

/** Focuses the heading of content that replaces a submitted form, so that screen readers announce it. */
export function useFocusOnArrival(): void {
  onMounted(() => {
    scrollTo({ top: 0 });
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  });
}
