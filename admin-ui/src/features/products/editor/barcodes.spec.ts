import { ApiProblem } from 'ui-common/api/api-problem';
import { expect, it } from 'vitest';
import { atForm, checkBarcode, typedBarcode } from './barcodes';

const CODE = '4006381333931';
const MILK = { unitType: 'l', barcodes: [{ code: CODE, quantity: 1 }] } as never;

it('reads a code and a quantity as people type them', () => {
  expect(typedBarcode({ code: ' 4 006381-333931 ', quantity: '12' }, { unitType: 'pack' })).toEqual({
    code: CODE,
    quantity: 12,
  });
  expect(typedBarcode({ code: CODE, quantity: '500 ml' }, { unitType: 'l' }).quantity).toBe(0.5);
});

it.each([
  [{ code: '', quantity: '1' }, 'code', 'field.required'],
  [{ code: CODE, quantity: '' }, 'quantity', 'field.required'],
  [{ code: '73513537', quantity: 'a few' }, 'quantity', 'field.is-quantity'],
  [{ code: '73513537', quantity: '0' }, 'quantity', 'field.is-quantity'],
  [{ code: CODE, quantity: '1' }, 'code', 'catalog.barcode-twice'],
])('finds what is wrong with %j', (draft, field, code) => {
  expect(checkBarcode(draft, MILK)).toEqual([{ field, code }]);
});

it('says what is wrong with a code at its field, and that another product has it for the whole form', () => {
  const at = (code: string, productName: string | null = 'Milk') =>
    atForm(
      new ApiProblem({
        ...{ status: 409, code, productName },
        errors: [{ field: 'barcodes.3.code', code, message: '' }],
      }),
    ) as ApiProblem;
  expect(at('field.is-gtin').errors).toMatchObject([{ field: 'code', code: 'field.is-gtin' }]);
  expect(at('catalog.code-taken', null).errors).toMatchObject([{ field: 'code' }]);
  expect(at('catalog.code-taken')).toMatchObject({
    status: 409,
    errors: [],
    parameters: { productName: 'Milk' },
  });
});
