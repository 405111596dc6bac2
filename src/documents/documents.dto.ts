import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { UNIT_TYPES, type UnitType } from '../platform/common/money/unit-type.js';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../platform/http/validation/pagination.js';
import { IsId, IsInstant, IsNotBlank, MaxItems, Normalized } from '../platform/http/validation/validators.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../rules/documents/document-kind.js';
import { TAX_COMPONENTS, type TaxComponent } from '../rules/pricing/tax.js';

/** Largest number of lines that a document has: those of the largest cart, and its charges by their rates. */
export const MAX_DOCUMENT_LINES = 400;

/** More documents than an order gets: one for each time when its goods leave, and one for each credit. */
export const MAX_ORDER_DOCUMENTS = 1000;

/** Filters and page of the documents. Documents must match all filters. */
export class DocumentsQuery extends TableQuery {
  /** @example tax_invoice */
  @IsOptional()
  @IsIn(DOCUMENT_KINDS)
  kind?: DocumentKind;

  /** Start of the document's or the order's number, the number without its series, or a part of the customer's name. @example INV/26-27 */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Earliest time of issue, inclusive. @example 2026-01-01T00:00:00Z */
  @IsOptional()
  @IsInstant()
  from?: string;

  /** Latest time of issue, exclusive. @example 2026-02-01T00:00:00Z */
  @IsOptional()
  @IsInstant()
  to?: string;
}

/** A document among those of its order. */
export class OrderDocumentView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e50 */
  id: string;
  /** @example tax_invoice */
  @IsIn(DOCUMENT_KINDS)
  kind: DocumentKind;
  /** @example INV/26-27/000123 */
  number: string;
  /** @example 2026-01-05T11:40:02.004Z */
  issuedAt: string;
  /** Minor units of the currency. Of a credit note, what it takes back. @example 16200 */
  total: number;
  /** Document that a credit note credits; null for the other kinds. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e50 */
  creditsId: string | null;
}

/** A document in a table. */
export class DocumentSummary extends OrderDocumentView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42 */
  orderId: string;
  /** @example 7K3M-92QX-4F */
  orderNumber: string;
  /** @example "Asha Rao" */
  customerName: string;
  /** Number of the document that a credit note credits; null for the other kinds. @example INV/26-27/000122 */
  creditsNumber: string | null;
  /** What credit notes have taken back of it, in minor units. @example 0 */
  credited: number;
}

export class DocumentsTable implements TablePage<DocumentSummary> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: DocumentSummary[];

  /** @example 1 */
  total: number;

  /** @example 1 */
  page: number;

  /** @example 25 */
  pageSize: number;
}

/** A part of the tax on a line. */
export class DocumentTaxView {
  /** @example cgst */
  @IsIn(TAX_COMPONENTS)
  component: TaxComponent;
  /** Rate of the component: CGST and SGST have half of the rate of the class each. @example 2.5 */
  percent: number;
  /** What is taxed, in minor units. @example 4762 */
  taxable: number;
  /** Minor units. @example 119 */
  amount: number;
}

/** A line of a document: goods, or a charge. */
export class DocumentLineView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e51 */
  id: string;
  /** @example 1 */
  position: number;
  /** @example Tomatoes */
  name: string;
  /** @example 0702 */
  hsn: string | null;
  /** Units; null for a charge and for a credit. @example 1.25 */
  quantity: number | null;
  /** Null for a charge. @example kg */
  @IsIn([...UNIT_TYPES, null])
  unitType: UnitType | null;
  /** Minor units per unit; null for a charge and for a credit. @example 4000 */
  ratePerUnit: number | null;
  /** Price before the discount, in minor units. @example 5000 */
  gross: number;
  /** Minor units. @example 0 */
  discount: number;
  /** What is paid for the line, tax included: gross − discount. @example 5000 */
  net: number;
  /** Net without the tax. @example 4762 */
  taxable: number;
  @ApiProperty({ maxItems: TAX_COMPONENTS.length })
  taxes: DocumentTaxView[];
  /** Part of the net that has not been credited, in minor units; 0 for a line of a credit note. @example 5000 */
  rest: number;
}

/** A document with its lines. */
export class DocumentView extends DocumentSummary {
  /** ISO 4217 code. @example INR */
  currency: string;
  /** GST code of the state of the delivery, by which the GST is split; null outside India, and if it is not known. @example "29" */
  placeOfSupply: string | null;
  /** Why a credit note was issued; null for the other kinds. @example "Two packs were damaged." */
  reason: string | null;
  /** True if the whole document was taken back because the goods had not left the store. @example false */
  isReversed: boolean;
  @ApiProperty({ maxItems: MAX_DOCUMENT_LINES })
  lines: DocumentLineView[];
  /** Hash of the content and of the document before it in its series: no document can be changed without a trace. @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 */
  sha256: string;
}

/** An amount to credit of a line. */
export class LineCreditBody {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e51 */
  @IsId()
  lineId: string;

  /** Minor units, tax included: at least one unit of the currency, or all that is left of the line. @example 5000 */
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  amount: number;
}

export class CreditDocumentBody {
  @IsArray()
  @ArrayMinSize(1)
  @MaxItems(MAX_DOCUMENT_LINES)
  @ArrayUnique(({ lineId }: LineCreditBody) => lineId)
  @ValidateNested({ each: true })
  @Type(() => LineCreditBody)
  lines: LineCreditBody[];

  /** Stated on the credit note, which never changes: it should name no person. @example "Two packs were damaged." */
  @Normalized()
  @IsString()
  @Length(1, 200)
  @IsNotBlank()
  reason: string;
}
