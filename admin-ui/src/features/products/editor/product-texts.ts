import { api, responseBody, type Schema } from 'ui-common/api/client';
import type { Language } from 'ui-common/api/languages';
import type { Product } from './product-draft';

/** Replaces the texts of a product in one language, based on the given version. @throws ApiProblem */
export function setProductText(
  { id, version }: Product,
  locale: Language,
  texts: Schema<'ProductTextView'>,
): Promise<Product> {
  return responseBody(
    api.PUT('/api/v1/admin/products/{id}/texts/{locale}', {
      params: { path: { id, locale } },
      body: { ...texts, version },
    }),
  );
}
