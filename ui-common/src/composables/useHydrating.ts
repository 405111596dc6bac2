import { getCurrentInstance, onMounted, readonly, ref, type Ref } from 'vue';

/**
 * Whether a component is taking over what the server has drawn of it, which was drawn for a guest with nothing in the cart. Until
 * then it must say the same; what is different here is shown as soon as this is false.
 */
export function useHydrating(): Readonly<Ref<boolean>> {
  // Vue gives a component the element that it finds before it sets it up.
  const isTakingOver = ref(getCurrentInstance()?.vnode.el != null);
  onMounted(() => (isTakingOver.value = false));
  return readonly(isTakingOver);
}
