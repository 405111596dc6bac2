import type { DocumentLine } from './documents';

type Taxes = DocumentLine['taxes'];
type Component = Taxes[number]['component'];

/** Taxes of the lines with one rate. Amounts in minor units. */
export interface TaxGroup {
  /** Rate without the cess, in percent. */
  readonly percent: number;
  readonly cessPercent: number;
  readonly taxable: number;
  readonly amounts: Readonly<Partial<Record<Component, number>>>;
}

/** Returns the rate of a line: both halves of a GST rate together, and the cess beside it. */
export function rateOf(taxes: Taxes): Pick<TaxGroup, 'percent' | 'cessPercent'> {
  const sumOf = (isPart: (component: Component) => boolean): number =>
    taxes.reduce((sum, { component, percent }) => (isPart(component) ? sum + percent : sum), 0);
  return { percent: sumOf((part) => part !== 'cess'), cessPercent: sumOf((part) => part === 'cess') };
}

/** Adds up the taxes of lines by their rates, in the order of the lines. Lines without a tax are left out. */
export function taxGroups(lines: readonly Pick<DocumentLine, 'taxable' | 'taxes'>[]): TaxGroup[] {
  const groups = new Map<string, { group: TaxGroup; amounts: Partial<Record<Component, number>> }>();
  for (const { taxable, taxes } of lines) {
    if (taxes.length === 0) continue;
    const rate = rateOf(taxes);
    const key = `${rate.percent} ${rate.cessPercent}`;
    const { group, amounts = {} } = groups.get(key) ?? {};
    for (const { component, amount } of taxes) amounts[component] = (amounts[component] ?? 0) + amount;
    groups.set(key, { group: { ...rate, taxable: (group?.taxable ?? 0) + taxable, amounts }, amounts });
  }
  return [...groups.values()].map(({ group }) => group);
}
