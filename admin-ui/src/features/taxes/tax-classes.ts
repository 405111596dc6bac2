import { useQuery } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';

export type TaxClass = Schema<'TaxClassView'>;
export type TaxRate = Schema<'TaxRateView'>;

/** Queries all tax classes, by their codes. */
export function useTaxClasses() {
  return useQuery({ key: ['tax-classes'], query: () => responseBody(api.GET('/api/v1/admin/tax-classes')) });
}
