import { IntersectionType, PartialType, PickType } from '@nestjs/swagger';
import { IsString, Length, Matches, MaxLength, Validate } from 'class-validator';
import { NOT_NULL } from '../../platform/http/validation/edits.dto.js';
import { Address } from '../../orders/orders.dto.js';
import { withLatinDigits } from '../../platform/common/text.js';
import { IsNotBlank, IsOptionalNotNull } from '../../platform/http/validation/validators.js';
import { IsLocale, ONE_LINE, ONE_LINE_RULE, RegisterBody } from '../../users/users.dto.js';
import { readPostalCode } from '../written/written-cells.js';
import { writtenLocale } from '../written/written-locale.js';
import { writtenState } from '../written/written-state.js';
import { fieldsOf } from '../rows/file-rows.js';
import { changeText, normalizeTexts, rowOf, type Cells } from '../rows/row-cells.js';
import type { RowError } from '../rows/row-error.js';

/** What a row says about a customer, by the rules of a registration and of an order's address. */
export class ImportCustomer extends IntersectionType(
  PickType(RegisterBody, ['email'] as const),
  PartialType(PickType(RegisterBody, ['username'] as const), NOT_NULL),
  PartialType(
    PickType(Address, ['phone', 'line1', 'line2', 'city', 'postalCode', 'state'] as const),
    NOT_NULL,
  ),
) {
  @IsOptionalNotNull()
  @IsString()
  @Length(1, 80)
  @IsNotBlank()
  @Matches(ONE_LINE, ONE_LINE_RULE)
  name?: string;

  @IsOptionalNotNull()
  @Validate(IsLocale)
  locale?: string;

  /** A note of staff. */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(1000)
  @IsNotBlank()
  note?: string;
}

export interface CustomerRow {
  readonly line: number;
  readonly customer: ImportCustomer;
}

/** Returns what the cells of a row say about its customer, or their errors. @param currency of the store, ISO 4217 */
export function customerRow(line: number, cells: Cells, currency: string): CustomerRow | RowError[] {
  normalizeTexts(cells);
  changeText(cells, 'phone', withLatinDigits);
  changeText(cells, 'postalCode', readPostalCode);
  changeText(cells, 'state', (text) => writtenState(withLatinDigits(text), currency));
  changeText(cells, 'locale', writtenLocale);
  const names = (['firstName', 'lastName'] as const).map((field) => cells.get(field) ?? '').join(' ');
  cells.delete('firstName');
  cells.delete('lastName');
  if (cells.get('name') === undefined && names.trim() !== '') cells.set('name', names.trim());
  // A row without an address has an error of its own.
  if (cells.get('email') === undefined) cells.set('email', '');
  const customer = rowOf(ImportCustomer, cells);
  const errors = fieldsOf(line, customer);
  return errors.length > 0 ? errors : { line, customer };
}
