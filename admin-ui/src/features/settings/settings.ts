import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';

export type Settings = Schema<'SettingsView'>;
export type Pricing = Schema<'PricingSettings'>;
export type PricingView = Schema<'PricingSettingsView'>;

const KEY = ['settings'];

/** Queries the settings. */
export function useSettings() {
  return useQuery({ key: KEY, query: fetchSettings });
}

/** Fetches the settings as they are saved now. @throws ApiProblem */
export function fetchSettings(): Promise<Settings> {
  return responseBody(api.GET('/api/v1/admin/settings'));
}

/** Changes what the store charges, based on the given version. @throws ApiProblem */
export function useChangePricing() {
  const cache = useQueryCache();
  return useMutation({
    mutation: (body: PricingView) => responseBody(api.PUT('/api/v1/admin/settings/pricing', { body })),
    onSuccess: (pricing) => {
      cache.setQueryData(KEY, { pricing });
      return cache.invalidateQueries({ key: ['store'] });
    },
  });
}
