import { stateOfGstin, stateTaxName } from '../../../src/rules/places/gst-states.ts';
import { useStore } from './useStore.ts';

/** Returns a function that names the tax which a state levies beside the CGST, by default the state of the store. */
export function useStateTaxName(): (state: string | null) => string {
  const { data: store } = useStore();
  return (state) => stateTaxName(state ?? stateOfGstin(store.value?.legal.taxNumber ?? ''));
}
