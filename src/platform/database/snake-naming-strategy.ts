import { DefaultNamingStrategy } from 'typeorm';

/** Names columns in snake case: `ratePerUnit` becomes `rate_per_unit`. */
export class SnakeNamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
