import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** Maximum version in a request: the change adds one, and the databases' integers end there. */
export const MAX_VERSION = 2_147_483_646;

/** Options for partial bodies: omitted fields stay unchanged, and null is refused wherever the full body refuses it. */
export const NOT_NULL = { skipNullProperties: false };

export class SeenVersionQuery {
  /** Version that the client read. @example 3 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}
