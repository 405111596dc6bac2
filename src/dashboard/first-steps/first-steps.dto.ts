import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

/** The way from an empty store to its first delivery, in order. `colleague` is only for admins, and optional. */
export const FIRST_STEPS = ['section', 'product', 'order', 'delivery', 'colleague'] as const;

export class FirstStep {
  /** @example product */
  @IsIn(FIRST_STEPS)
  name: (typeof FIRST_STEPS)[number];
  /** True once the store has it, no matter who did it. @example false */
  isDone: boolean;
  /** True if the store can do without it. @example false */
  isOptional: boolean;
}

export class FirstStepsView {
  /** Those that the caller may take or wait for, in order. */
  @ApiProperty({ maxItems: FIRST_STEPS.length })
  steps: FirstStep[];
  /** True until all that are not optional are done, or the caller has dismissed them. @example true */
  isShown: boolean;
  /** True until the first order: the dashboard has no figures yet. @example true */
  isStoreEmpty: boolean;
}
