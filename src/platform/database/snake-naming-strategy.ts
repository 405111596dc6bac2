import { DefaultNamingStrategy } from 'typeorm';

/** Columns are named as SQL people name them: `ratePerUnit` is `rate_per_unit`. */
export class SnakeNamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
