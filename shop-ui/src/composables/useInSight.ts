import { onMounted, onUnmounted, type Ref } from 'vue';

/**
 * Watches whether an element intersects the viewport.
 *
 * @param margin `rootMargin` of the IntersectionObserver
 * @param onChange called with the initial state and after each change
 * @returns a function that observes again and reports the current state
 */
export function useInSight(
  element: Readonly<Ref<HTMLElement | null>>,
  margin: string,
  onChange: (isInSight: boolean) => void,
): () => void {
  let observer: IntersectionObserver | undefined;

  function observe(): void {
    observer?.disconnect();
    if (element.value !== null) observer?.observe(element.value);
  }

  onMounted(() => {
    observer = new IntersectionObserver(([entry]) => onChange(entry?.isIntersecting ?? true), {
      rootMargin: margin,
    });
    observe();
  });
  onUnmounted(() => observer?.disconnect());
  return observe;
}
