import { ApiProperty, PartialType } from '@nestjs/swagger';
import {
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { LANGUAGES, type Language } from '../../platform/config/languages.js';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../../platform/http/validation/pagination.js';
import { MaxItems } from '../../platform/http/validation/validators.js';
import { MAX_VERSION, NOT_NULL } from '../../platform/http/validation/edits.dto.js';
import { MAX_SYNONYM_LENGTH, MAX_SYNONYMS_PER_GROUP } from './thesaurus-limits.js';

/** Filters and page of the thesaurus. */
export class SynonymsQuery extends TableQuery {
  /** Language that the words come from. @example hi */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;

  /** Text in any of the words. @example doodh */
  @IsOptional()
  @IsString()
  @MaxLength(MAX_SYNONYM_LENGTH)
  q?: string;
}

export class CreateSynonymsBody {
  /** Language that the words come from. Searches use the words of all languages. @example hi */
  @IsIn(LANGUAGES)
  language: Language;

  /** Words that mean the same; the first names the group. A comma separates two words. @example ["milk", "doodh", "दूध"] */
  @IsArray()
  @ArrayMinSize(2)
  @MaxItems(MAX_SYNONYMS_PER_GROUP)
  @IsString({ each: true })
  @Length(1, MAX_SYNONYM_LENGTH, { each: true })
  words: string[];
}

export class ChangeSynonymsBody extends PartialType(CreateSynonymsBody, NOT_NULL) {
  /** Version on which the change is based. @example 1 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}

export class SynonymsView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  id: string;
  /** @example hi */
  @IsIn(LANGUAGES)
  language: Language;
  /** Words that mean the same; the first names the group. @example ["milk", "doodh", "दूध"] */
  @ApiProperty({ maxItems: MAX_SYNONYMS_PER_GROUP })
  words: string[];
  /** @example 1 */
  version: number;
}

export class SynonymsTable implements TablePage<SynonymsView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: SynonymsView[];
  /** @example 434 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}
