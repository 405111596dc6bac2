import { OmitType, PartialType } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min, validateSync } from 'class-validator';
import { ChangeProductBody } from '../../catalog/admin/admin-products.dto.js';
import { MAX_VERSION, NOT_NULL } from '../../catalog/admin/edits.dto.js';
import { fieldErrors } from '../../platform/http/validation/field-errors.js';
import {
  IsId,
  IsNotBlank,
  IsOptionalNotNull,
  IsQuantityFromZero,
} from '../../platform/http/validation/validators.js';

/** An error in a row. Without a column, it concerns the entire row. */
export interface RowError {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  /** The section that the row names and the store does not have. */
  readonly missingSection?: string;
}

/** Product fields in a row. Omitted fields stay unchanged, or get the defaults of a new product. */
export class ImportProduct extends PartialType(
  OmitType(ChangeProductBody, ['sectionId', 'version'] as const),
  NOT_NULL,
) {
  /** ID of the product. Without it, the row means the product with its section and name, or a new one. */
  @IsOptional()
  @IsId()
  id?: string;

  /** Expected version of the product: a stale row is refused. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version?: number;

  /** Name or slug of a section. */
  @IsOptionalNotNull()
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  section?: string;

  /** Quantity delivered, in units; 0 for none. */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  delivery?: number;

  /** Quantity counted in the store, in units, including what is promised to orders that have not left. */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  counted?: number;
}

/** The field from which a file takes its rates. */
export type RateColumn = 'ratePerUnit' | 'price';

export interface ImportRow {
  readonly line: number;
  readonly product: ImportProduct;
  readonly rateColumn: RateColumn;
}

/** Validates the fields of a row by the rules of the API and returns the errors. */
export function fieldsOf({ line, product }: ImportRow): RowError[] {
  const errors = fieldErrors(validateSync(product, { forbidUnknownValues: true }));
  return errors.map(({ field, code, message }) => ({ line, column: field, code, message }));
}
