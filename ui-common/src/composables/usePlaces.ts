import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { gstStateCodes } from '../../../src/rules/places/gst-states.ts';
import { placeLine, stateName, type Place } from '../../../src/rules/places/place-line.ts';
import { languageOf } from '../api/languages.ts';
import { useStore } from './useStore.ts';

/** Returns the places of addresses in the user's language. */
export function usePlaces() {
  const { locale } = useI18n();
  const language = computed(() => languageOf(locale.value) ?? 'en');
  return {
    /** Name of a state by its GST code; any other text as it is. */
    stateName: (state: string): string => stateName(state, language.value),
    /** City, postal code and state in one line. */
    placeLine: (place: Place): string => placeLine(place, language.value),
    /** The states of India to choose from, by their GST codes. */
    states: computed(() =>
      gstStateCodes(language.value).map((value) => ({ value, title: stateName(value, language.value) })),
    ),
  };
}

/** Returns the state of an address in a form. Only the Indian GST depends on it. An address that names none is in the state of the store. */
export function useAddressState(address: () => { state: string }) {
  const { data: store } = useStore();
  return {
    isAsked: computed(() => store.value?.taxes?.regime === 'gst_in'),
    state: computed({
      get: () => address().state || (store.value?.taxes?.state ?? ''),
      set: (code) => (address().state = code),
    }),
  };
}
