import { ApiProblem } from 'ui-common/api/api-problem';
import { api, responseBody, type Schema } from 'ui-common/api/client';
import { missingFields, type FieldError } from 'ui-common/forms/field-error';
import { readAmount, type Product } from './product-draft';

const TAKEN = 'catalog.code-taken';

export type Barcode = Schema<'BarcodeView'>;

/** A barcode as typed or scanned, and the quantity that it means. */
export interface BarcodeDraft {
  readonly code: string;
  readonly quantity: string;
}

/** Returns the errors that can be found without the server. */
export function checkBarcode(draft: BarcodeDraft, { barcodes, unitType }: Product): FieldError[] {
  const missing = missingFields(draft, ['code', 'quantity']);
  if (missing.length > 0) return missing;
  const { code, quantity } = typedBarcode(draft, { unitType });
  if (quantity === 0) return [{ field: 'quantity', code: 'field.is-quantity' }];
  return barcodes.some((barcode) => barcode.code === code)
    ? [{ field: 'code', code: 'catalog.barcode-twice' }]
    : [];
}

/** Returns a barcode as the API takes it. Its quantity is 0 if it cannot be read. */
export function typedBarcode(
  { code, quantity }: BarcodeDraft,
  { unitType }: Pick<Product, 'unitType'>,
): Barcode {
  return { code: code.replace(/[\s-]/g, ''), quantity: readAmount(quantity, unitType) ?? 0 };
}

/** Replaces the barcodes of a product, based on the given version. @throws ApiProblem */
export function setBarcodes({ id, version }: Product, barcodes: readonly Barcode[]): Promise<Product> {
  return responseBody(
    api.PUT('/api/v1/admin/products/{id}/barcodes', {
      params: { path: { id } },
      body: { version, barcodes: [...barcodes] },
    }),
  );
}

/**
 * Returns a problem with the errors of the last barcode at the fields of the form. That another product has it, the form says as a
 * whole if the problem names that product.
 */
export function atForm(problem: unknown): unknown {
  if (!(problem instanceof ApiProblem)) return problem;
  const { status, code, message: detail, parameters, retryAfter } = problem;
  const errors = problem.errors
    .filter((error) => error.code !== TAKEN || typeof parameters['productName'] !== 'string')
    .map((error) => ({
      ...error,
      field: error.code === TAKEN ? 'code' : error.field.slice(error.field.lastIndexOf('.') + 1),
    }));
  return new ApiProblem({ ...parameters, status, code, detail, errors }, retryAfter);
}
