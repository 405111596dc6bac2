import { applyDecorators } from '@nestjs/common';
import { IsString, Matches } from 'class-validator';

const HSN_FORM = /^(?:\d{4}|\d{6}|\d{8})$/;

/**
 * Accepts a code of the Harmonized System as India uses it: 4, 6 or 8 digits, see the notification 78/2020 of the Central Board of
 * Indirect Taxes and Customs.
 */
export const IsHsn = (): PropertyDecorator =>
  applyDecorators(IsString(), Matches(HSN_FORM, { message: '$property must have 4, 6 or 8 digits' }));
