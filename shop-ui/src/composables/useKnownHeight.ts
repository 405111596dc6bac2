import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/**
 * Publishes the height of an element as a CSS property, so that floating elements can avoid it.
 *
 * @param name property on the root element, in px, such as `--bottom-bar`
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
