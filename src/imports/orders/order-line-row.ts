import { PartialType, PickType } from '@nestjs/swagger';
import { IsEmail, IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { Address } from '../../orders/orders.dto.js';
import { MAX_RATE } from '../../platform/common/money/max-rate.js';
import type { ReadMoney } from '../../platform/common/money/written-money.js';
import { toThousandths } from '../../platform/common/money/quantity.js';
import { UNIT_TYPES, type UnitType } from '../../platform/common/money/unit-type.js';
import { withLatinDigits } from '../../platform/common/text.js';
import { NOT_NULL } from '../../platform/http/validation/edits.dto.js';
import {
  IsId,
  IsInstant,
  IsNotBlank,
  IsOptionalNotNull,
  IsQuantity,
} from '../../platform/http/validation/validators.js';
import { ONE_LINE, ONE_LINE_RULE } from '../../users/users.dto.js';
import { readPostalCode } from '../written/written-cells.js';
import { writtenOrderStatus, type WrittenOrderStatus } from '../written/written-order-status.js';
import { writtenState } from '../written/written-state.js';
import { writtenTime, type TimeFormat } from '../written/written-time.js';
import { writtenUnit } from '../written/written-unit.js';
import type { Reading } from '../reading/reading.js';
import { fieldsOf } from '../rows/file-rows.js';
import { changeText, normalizeTexts, rowOf, type Cells } from '../rows/row-cells.js';
import { rowError, type RowError } from '../rows/row-error.js';

/** More than any line costs: the sum of all lines of a file is still an exact number. */
const MAX_LINE_TOTAL = MAX_RATE * 1000;

/** What a row says about a line of a past order, and about the order itself, of which further lines may say nothing. */
export class ImportOrderLine extends PartialType(
  PickType(Address, ['phone', 'line1', 'line2', 'city', 'postalCode', 'state'] as const),
  NOT_NULL,
) {
  /** Number of the order. */
  @IsString()
  @Length(1, 40)
  @Matches(ONE_LINE, ONE_LINE_RULE)
  order: string;

  @IsOptionalNotNull()
  @IsInstant()
  orderedAt?: string;

  @IsOptionalNotNull()
  @IsEmail()
  @MaxLength(254)
  email?: string;

  @IsOptionalNotNull()
  @IsString()
  @MaxLength(80)
  username?: string;

  @IsOptionalNotNull()
  @IsIn(['delivered', 'cancelled', 'open'] satisfies WrittenOrderStatus[], {
    message: '$property must say whether the order was delivered or cancelled',
  })
  status?: WrittenOrderStatus;

  @IsOptionalNotNull()
  @IsId()
  productId?: string;

  @IsOptionalNotNull()
  @IsString()
  @MaxLength(100)
  section?: string;

  /** Name of the product. */
  @IsString()
  @Length(1, 200)
  @IsNotBlank()
  @Matches(ONE_LINE, ONE_LINE_RULE)
  name: string;

  @IsQuantity()
  quantity: number;

  @IsOptionalNotNull()
  @IsIn(UNIT_TYPES)
  unitType?: UnitType;

  /** Minor units per unit. */
  @IsOptionalNotNull()
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  price?: number;

  /** Minor units. */
  @IsOptionalNotNull()
  @IsInt()
  @Min(0)
  @Max(MAX_LINE_TOTAL)
  lineTotal?: number;

  /** Name at the door. */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(100)
  recipient?: string;

  @IsOptionalNotNull()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export interface OrderLineRow {
  readonly line: number;
  readonly said: ImportOrderLine;
  /** Thousandths of the unit. */
  readonly quantity: number;
}

/** How the rows of a store's files are written. */
export interface OrderFormats extends TimeFormat {
  readonly readMoney: ReadMoney;
  readonly currency: string;
}

/** Reads what the cells of a row say about a line of a past order. */
export class OrderLineRows {
  constructor(
    private readonly reading: Reading,
    private readonly formats: OrderFormats,
  ) {}

  /** Returns the line, or its errors. */
  parse(line: number, cells: Cells): OrderLineRow | RowError[] {
    const refuse = (column: string, code: string, message: string): RowError[] => [
      rowError({ line }, column, `imports.${code}`, message),
    ];
    normalizeTexts(cells);
    const currency = cells.get('currency');
    cells.delete('currency');
    if (currency !== undefined && currency !== this.formats.currency)
      return refuse('currency', 'other-currency', `The store's amounts are in ${this.formats.currency}.`);
    for (const field of ['price', 'lineTotal'] as const) {
      const amount = this.amountOf(cells, field);
      if (Number.isNaN(amount))
        return refuse(field, 'not-an-amount', 'The amount must be written such as 45, 38.50 or 1,120.00.');
      if (amount !== undefined) cells.set(field, amount);
    }
    changeText(cells, 'phone', withLatinDigits);
    changeText(cells, 'postalCode', readPostalCode);
    changeText(cells, 'state', (text) => writtenState(withLatinDigits(text), this.formats.currency));
    changeText(cells, 'status', writtenOrderStatus);
    changeText(cells, 'orderedAt', (text) => writtenTime(text, this.formats));
    changeText(cells, 'unitType', (text) => writtenUnit(text)?.unitType ?? text);
    const said = rowOf(ImportOrderLine, cells);
    const errors = fieldsOf(line, said);
    if (errors.length > 0) return errors;
    const quantity = toThousandths(said.quantity) ?? 0;
    if (quantity <= 0) return refuse('quantity', 'quantity-not-positive', 'The quantity must be above 0.');
    if (said.price === undefined && said.lineTotal === undefined)
      return refuse('price', 'line-without-price', 'The line has neither a rate nor a total.');
    return { line, said, quantity };
  }

  /** Returns an amount in minor units; NaN if it cannot be read, undefined for a blank cell. */
  private amountOf(cells: Cells, field: 'price' | 'lineTotal'): number | undefined {
    const cell = cells.get(field);
    if (cell === undefined) return undefined;
    return this.formats.readMoney(String(cell), this.reading.format.decimalMark) ?? NaN;
  }
}
