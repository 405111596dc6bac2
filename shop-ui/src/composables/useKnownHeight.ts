import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/**
 * Tells the style sheets how high an element is, so that what floats over the page keeps clear of it.
 *
 * @param name of the property on the document: `--bottom-bar`, in px
 */
export function useKnownHeight(element: Readonly<Ref<HTMLElement | null>>, name: `--${string}`): void {
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      document.documentElement.style.setProperty(name, `${height}px`);
    });
    if (element.value !== null) observer.observe(element.value);
  });
  onBeforeUnmount(() => observer?.disconnect());
}
