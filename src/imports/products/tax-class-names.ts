import { nameKeyOf } from '../../catalog/search/text-normalization.js';
import { sql, type ReadConnection, type Transaction } from '../../platform/database/transaction.js';
import { shareTaxClasses } from '../../taxes/tax-class-codes.js';

interface NamedClass {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Finds tax classes by their code, or by a name that only one of them has. */
export class TaxClassNames {
  private readonly codes: ReadonlyMap<string, string>;

  private constructor(private readonly classes: readonly NamedClass[]) {
    this.codes = new Map(classes.map(({ id, code }) => [id, code]));
  }

  static async read(connection: ReadConnection): Promise<TaxClassNames> {
    return new TaxClassNames(
      await connection.rows<NamedClass>(sql`SELECT id, code, name FROM tax_classes ORDER BY id`),
    );
  }

  /** Like {@link read}, and keeps the classes from being deleted until the end of the transaction. */
  static async share(tx: Transaction): Promise<TaxClassNames> {
    await shareTaxClasses(tx);
    return TaxClassNames.read(tx);
  }

  /** Returns the ID of the class that a cell names. */
  find(written: string): string | undefined {
    const key = nameKeyOf(written);
    const byCode = this.classes.find(({ code }) => code === written.trim().toLowerCase());
    if (byCode !== undefined) return byCode.id;
    const byName = this.classes.filter(({ name }) => nameKeyOf(name) === key);
    return byName.length === 1 ? byName[0]?.id : undefined;
  }

  /** Returns the code of a class; blank for none. */
  codeOf(id: string | null): string {
    return this.codes.get(id ?? '') ?? '';
  }
}
