import { Type } from 'class-transformer';
import { IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Normalized } from '../platform/http/validation/validators.js';

/** Where the business is. Each part may be blank. */
export class LegalAddress {
  /** @example "12, Market Road" */
  @Normalized()
  @IsString()
  @MaxLength(200)
  line1: string;

  /** @example Malleshwaram */
  @Normalized()
  @IsString()
  @MaxLength(200)
  line2: string;

  /** @example Bengaluru */
  @Normalized()
  @IsString()
  @MaxLength(100)
  city: string;

  /** @example 560003 */
  @Normalized()
  @IsString()
  @MaxLength(12)
  postalCode: string;
}

/** Who sells. Each part may be blank. */
export class LegalSettings {
  /** Name under which the business is registered. @example "Green Basket Retail Private Limited" */
  @Normalized()
  @IsString()
  @MaxLength(120)
  name: string;

  @IsObject()
  @ValidateNested()
  @Type(() => LegalAddress)
  address: LegalAddress;

  /** In a store in rupees the GSTIN, in one in a currency of Europe a VAT identification number. @example 29AAGCB7383J1Z4 */
  @Normalized()
  @IsString()
  @MaxLength(15)
  taxNumber: string;

  /** In a store in rupees the licence of the FSSAI: 14 digits. @example 10012011000123 */
  @Normalized()
  @IsString()
  @MaxLength(30)
  licence: string;
}
