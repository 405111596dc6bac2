import { onMounted } from 'vue';

/** For what takes the place of a form that was sent: those who do not see it are told, by where the focus goes. */
export function useFocusOnArrival(): void {
  onMounted(() => {
    scrollTo({ top: 0 });
    const heading = document.querySelector<HTMLElement>('main h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  });
}
