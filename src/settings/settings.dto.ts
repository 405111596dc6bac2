import { Type } from 'class-transformer';
import { IsInt, IsObject, Max, Min, ValidateNested } from 'class-validator';
import { MAX_VERSION } from '../platform/http/validation/edits.dto.js';
import { DocumentSettings } from './document-settings.dto.js';
import { LegalSettings } from './legal-settings.dto.js';
import { PricingSettings } from './pricing-settings.dto.js';
import { TaxSettings } from './tax-settings.dto.js';

export class ChangePricingBody {
  /** Version on which the change is based; 0 for the defaults, which no one has changed yet. @example 0 */
  @IsInt()
  @Min(0)
  @Max(MAX_VERSION)
  version: number;

  @IsObject()
  @ValidateNested()
  @Type(() => PricingSettings)
  value: PricingSettings;
}

export class ChangeLegalBody {
  /** Version on which the change is based; 0 for the defaults, which no one has changed yet. @example 0 */
  @IsInt()
  @Min(0)
  @Max(MAX_VERSION)
  version: number;

  @IsObject()
  @ValidateNested()
  @Type(() => LegalSettings)
  value: LegalSettings;
}

export class ChangeTaxBody {
  /** Version on which the change is based; 0 for the defaults, which no one has changed yet. @example 0 */
  @IsInt()
  @Min(0)
  @Max(MAX_VERSION)
  version: number;

  @IsObject()
  @ValidateNested()
  @Type(() => TaxSettings)
  value: TaxSettings;
}

export class ChangeDocumentsBody {
  /** Version on which the change is based; 0 for the defaults, which no one has changed yet. @example 0 */
  @IsInt()
  @Min(0)
  @Max(MAX_VERSION)
  version: number;

  @IsObject()
  @ValidateNested()
  @Type(() => DocumentSettings)
  value: DocumentSettings;
}

export class LegalSettingsView {
  value: LegalSettings;
  /** 0 for the defaults, which no one has changed yet. @example 0 */
  version: number;
}

export class PricingSettingsView {
  value: PricingSettings;
  /** 0 for the defaults, which no one has changed yet. @example 0 */
  version: number;
}

export class TaxSettingsView {
  value: TaxSettings;
  /** 0 for the defaults, which no one has changed yet. @example 0 */
  version: number;
}

export class DocumentSettingsView {
  value: DocumentSettings;
  /** 0 for the defaults, which no one has changed yet. @example 0 */
  version: number;
}

/** All settings that admins change. */
export class SettingsView {
  legal: LegalSettingsView;
  pricing: PricingSettingsView;
  tax: TaxSettingsView;
  documents: DocumentSettingsView;
}
