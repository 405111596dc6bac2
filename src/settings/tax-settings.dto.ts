import { IsIn, ValidateIf } from 'class-validator';
import { IsId } from '../platform/http/validation/validators.js';
import { TAX_REGIMES, TAX_SCHEMES, type TaxRegime, type TaxScheme } from '../rules/pricing/tax.js';

/** How the store is taxed. */
export class TaxSettings {
  /** `gst_in` is the Indian goods and services tax, `vat` any other value added tax. @example gst_in */
  @IsIn(TAX_REGIMES)
  regime: TaxRegime;

  /** Whether the store is registered for the tax. Only a `regular` one states what its prices include. @example regular */
  @IsIn(TAX_SCHEMES)
  scheme: TaxScheme;

  /** Tax class of products that have none; null if they are not taxed. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  @ValidateIf((_, value) => value !== null)
  @IsId()
  defaultClassId: string | null;

  /** Tax class of the charges; null if they are taxed like the goods with which they are charged. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  @ValidateIf((_, value) => value !== null)
  @IsId()
  chargesClassId: string | null;
}
