import { IsIn, ValidateIf } from 'class-validator';
import { IsId } from '../platform/http/validation/validators.js';
import { GST_STATES } from '../rules/places/gst-states.js';
import { TAX_REGIMES, TAX_SCHEMES, type TaxRegime, type TaxScheme } from '../rules/pricing/tax.js';

/** How the store is taxed. */
export class TaxSettings {
  /** `gst_in` is the Indian goods and services tax, `vat` any other value added tax. @example gst_in */
  @IsIn(TAX_REGIMES)
  regime: TaxRegime;

  /** Whether the store is registered for the tax. Only a `regular` one states what its prices include. @example regular */
  @IsIn(TAX_SCHEMES)
  scheme: TaxScheme;

  /** GST code of the state of the store; null for that of its GSTIN, and outside India. @example "29" */
  @ValidateIf((_, value) => value !== null)
  @IsIn(Object.keys(GST_STATES).toSorted())
  state: string | null = null;

  /** Tax class of products that have none; null if they are not taxed. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  @ValidateIf((_, value) => value !== null)
  @IsId()
  defaultClassId: string | null;

  /** Tax class of the charges; null if they are taxed like the goods with which they are charged. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  @ValidateIf((_, value) => value !== null)
  @IsId()
  chargesClassId: string | null;
}
