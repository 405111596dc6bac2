import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';

export type Settings = Schema<'SettingsView'>;
export type SettingsKey = keyof Settings;

/** Settings of one kind with the number of their changes. */
export type Saved<Key extends SettingsKey> = Settings[Key];

type Change = { readonly [Key in SettingsKey]: (body: Saved<Key>) => Promise<Saved<Key>> };

const CHANGE: Change = {
  legal: (body) => responseBody(api.PUT('/api/v1/admin/settings/legal', { body })),
  pricing: (body) => responseBody(api.PUT('/api/v1/admin/settings/pricing', { body })),
  documents: (body) => responseBody(api.PUT('/api/v1/admin/settings/documents', { body })),
  tax: (body) => responseBody(api.PUT('/api/v1/admin/settings/tax', { body })),
};

/** Queries the settings. */
export function useSettings() {
  return useQuery({ key: ['settings'], query: fetchSettings });
}

/** Fetches the settings as they are saved now. @throws ApiProblem */
export function fetchSettings(): Promise<Settings> {
  return responseBody(api.GET('/api/v1/admin/settings'));
}

/** Changes the settings of a kind, based on the given version. @throws ApiProblem */
export function useChangeSettings<Key extends SettingsKey>(key: Key) {
  const cache = useQueryCache();
  return useMutation({
    mutation: (body: Saved<Key>) => CHANGE[key](body),
    // A failure to load again is none of the change.
    onSuccess: () => {
      void cache.invalidateQueries({ key: ['settings'] });
      void cache.invalidateQueries({ key: ['store'] });
    },
  });
}
