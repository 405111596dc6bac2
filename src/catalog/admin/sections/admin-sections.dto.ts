import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  IsId,
  IsNotBlank,
  IsOptionalNotNull,
  MaxItems,
} from '../../../platform/http/validation/validators.js';
import { MAX_SECTIONS, SectionView } from '../../catalog.dto.js';
import { MAX_VERSION, NOT_NULL } from '../../../platform/http/validation/edits.dto.js';

export class CreateSectionBody {
  /** @example "Frozen Foods" */
  @IsString()
  @Length(1, 60)
  @IsNotBlank()
  name: string;

  /** @example "Kept at −18 °C from the factory to your door." */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(500)
  description?: string;

  /** Position among the sections; last if omitted. @example 15 */
  @IsOptionalNotNull()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;
}

export class ChangeSectionBody extends PartialType(CreateSectionBody, NOT_NULL) {
  /** Version on which the change is based. @example 1 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}

export class OrderSectionsBody {
  /** IDs of all sections, each once, in the order to show them. @example ["01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f"] */
  @IsArray()
  @MaxItems(MAX_SECTIONS)
  @ArrayUnique()
  @IsId({ each: true })
  ids: string[];
}

/** A section for staff. */
export class AdminSectionView extends SectionView {
  /** Number of products that shoppers do not see. @example 3 */
  hiddenCount: number;
}

export class AdminSectionList {
  @ApiProperty({ maxItems: MAX_SECTIONS })
  items: AdminSectionView[];
}

export class DeleteSectionQuery {
  /** Version that the client read. @example 1 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  /** Section to which the products move. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsOptional()
  @IsId()
  moveProductsTo?: string;
}
