import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';

const FREE_TEXT = Symbol('free text');

/** A field of a query that holds what people type, and how long it may be. */
export interface FreeTextField {
  readonly name: string;
  readonly maxLength: number;
}

/**
 * A text of a query that is another one nearly each time, such as what is searched for. Any text that is not too long
 * will do, whatever the other fields are: so validation can look it up apart from them. One for each query.
 */
export function IsFreeText(maxLength: number): PropertyDecorator {
  return applyDecorators(IsString(), MaxLength(maxLength), (target: object, name: string | symbol) => {
    Reflect.defineMetadata(FREE_TEXT, { name: String(name), maxLength }, target.constructor);
  });
}

/** The field of a DTO that is marked by {@link IsFreeText}. */
export function freeTextOf(dto: object): FreeTextField | undefined {
  return Reflect.getMetadata(FREE_TEXT, dto) as FreeTextField | undefined;
}
