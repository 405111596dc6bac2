import { getCurrentInstance, onMounted, readonly, ref, type Ref } from 'vue';
import { isInBrowser } from '../browser/window-events.ts';

/**
 * Returns true on the server and while a component hydrates. The server renders for a guest with an empty cart, so the
 * component must render the same until this is false.
 */
export function useHydrating(): Readonly<Ref<boolean>> {
  // When hydrating, Vue sets the existing element before setup runs.
  const isHydrating = ref(!isInBrowser || getCurrentInstance()?.vnode.el != null);
  onMounted(() => (isHydrating.value = false));
  return readonly(isHydrating);
}
