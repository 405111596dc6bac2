import { useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import type { TaxClass } from './tax-classes';

export type NewTaxClass = Schema<'CreateTaxClassBody'>;
/** A class in the version that a change is based on. */
export type SeenTaxClass = Pick<TaxClass, 'id' | 'version'>;

/** Creates a tax class. @throws ApiProblem */
export function createTaxClass(body: NewTaxClass): Promise<TaxClass> {
  return responseBody(api.POST('/api/v1/admin/tax-classes', { body }));
}

/** Changes a tax class, based on the given version. @throws ApiProblem */
export function changeTaxClass(
  { id, version }: SeenTaxClass,
  changes: Omit<NewTaxClass, 'rates'>,
): Promise<TaxClass> {
  return responseBody(
    api.PATCH('/api/v1/admin/tax-classes/{id}', { params: { path: { id } }, body: { ...changes, version } }),
  );
}

/** Replaces the rates of a tax class, based on the given version. @throws ApiProblem */
export function setTaxRates(
  { id, version }: SeenTaxClass,
  rates: Schema<'TaxRateBody'>[],
): Promise<TaxClass> {
  return responseBody(
    api.PUT('/api/v1/admin/tax-classes/{id}/rates', { params: { path: { id } }, body: { rates, version } }),
  );
}

/** Deletes a tax class. @throws ApiProblem */
export async function deleteTaxClass({ id, version }: SeenTaxClass): Promise<void> {
  await responseBody(
    api.DELETE('/api/v1/admin/tax-classes/{id}', { params: { path: { id }, query: { version } } }),
  );
}

/** Returns a function that reloads the tax classes, and what the shop says of them. */
export function useTaxClassesChanged(): () => Promise<void> {
  const cache = useQueryCache();
  return async () => {
    await Promise.all([
      cache.invalidateQueries({ key: ['tax-classes'] }),
      cache.invalidateQueries({ key: ['store'] }),
    ]);
  };
}
