import type { Type } from '@nestjs/common';
import { ApiProperty, getSchemaPath, OmitType } from '@nestjs/swagger';
import { IsArray, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { LANGUAGES } from '../../platform/config/languages.js';
import { MAX_VERSION } from '../../platform/http/validation/edits.dto.js';
import { IsOptionalNotNull, MaxItems } from '../../platform/http/validation/validators.js';
import type { ProductText, SectionText, TextsOf } from '../../rules/texts/texts-by-language.js';

export const MAX_OTHER_NAMES = 20;
/** A text without the signs that separate names in a file. */
export const WITHOUT_SEPARATOR = /^[^,;]*$/;

/** Parameter of routes that set the texts of one language. */
export const LOCALE = { name: 'locale', enum: LANGUAGES, description: 'Language of the texts' };

/** Describes an object that has a text for each language in which there is one. A controller names the model. */
export function ApiTextsByLanguage(model: Type): PropertyDecorator {
  const reference: object = { $ref: getSchemaPath(model) };
  return ApiProperty({ type: 'object', properties: byLanguage(reference), additionalProperties: false });
}

/** Describes an object that has a name for each language in which there is one. */
export function ApiNamesByLanguage(): PropertyDecorator {
  return ApiProperty({
    type: 'object',
    properties: byLanguage({ type: 'string' as const }),
    additionalProperties: false,
    example: { hi: 'टमाटर' },
  });
}

function byLanguage<Schema extends object>(schema: Schema): Record<string, Schema> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, schema]));
}

/** Texts of a section in one language. */
export class SectionTextView implements SectionText {
  /** @example सब्ज़ियाँ */
  name?: string;
  /** @example "आसपास के खेतों से, हर सुबह ताज़ी।" */
  description?: string;
}

/** Texts of a product in one language. */
export class ProductTextView implements ProductText {
  /** @example टमाटर */
  name?: string;
  /** @example "पौधे पर पके, लाल और ठोस।" */
  description?: string;
  /** Names by which shoppers find the product as well. @example ["tamatar"] */
  @ApiProperty({ maxItems: MAX_OTHER_NAMES })
  otherNames?: string[];
}

/** Texts of a product in one language, replacing those it has. A text that is blank or missing is removed. */
export class ProductTextBody {
  /** Version on which the change is based. @example 3 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  /** @example टमाटर */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(100)
  name?: string;

  /** @example "पौधे पर पके, लाल और ठोस।" */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(2000)
  description?: string;

  /** Names by which shoppers find the product as well, without commas. @example ["tamatar"] */
  @IsOptionalNotNull()
  @IsArray()
  @MaxItems(MAX_OTHER_NAMES)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  @Matches(WITHOUT_SEPARATOR, { each: true, message: 'a name must not contain a comma or semicolon' })
  otherNames?: string[];
}

/** Texts of a section in one language, replacing those it has. A text that is blank or missing is removed. */
export class SectionTextBody extends OmitType(ProductTextBody, [
  'name',
  'description',
  'otherNames',
] as const) {
  /** @example सब्ज़ियाँ */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(60)
  name?: string;

  /** @example "आसपास के खेतों से, हर सुबह ताज़ी।" */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(500)
  description?: string;
}

/** What a product page shows beside the product itself. */
export class ProductDetails {
  /** Texts by language. */
  @ApiTextsByLanguage(ProductTextView)
  texts: TextsOf<ProductTextView>;
}
