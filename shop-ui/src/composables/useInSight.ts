import { onMounted, onUnmounted, type Ref } from 'vue';

/**
 * Watches whether an element is in sight of the window.
 *
 * @param margin how much farther or less far than the window's edges one sees, as IntersectionObserver has it
 * @param tell is told at first, and whenever it changes
 * @returns looks anew, and tells again
 */
export function useInSight(
  element: Readonly<Ref<HTMLElement | null>>,
  margin: string,
  tell: (isInSight: boolean) => void,
): () => void {
  let sight: IntersectionObserver | undefined;

  function look(): void {
    sight?.disconnect();
    if (element.value !== null) sight?.observe(element.value);
  }

  onMounted(() => {
    sight = new IntersectionObserver(([entry]) => tell(entry?.isIntersecting ?? true), {
      rootMargin: margin,
    });
    look();
  });
  onUnmounted(() => sight?.disconnect());
  return look;
}
