import { grouped } from '../../platform/common/grouped.js';
import type { Column } from '../../platform/pdf/pdf-table.js';
import type { Formats } from '../../platform/pdf/print-formats.js';
import type { LineTax } from '../../rules/documents/document-lines.js';
import { stateOfGstin, stateTaxName } from '../../rules/places/gst-states.js';
import type { TaxComponent } from '../../rules/pricing/tax.js';
import type { ContentLine, DocumentContent } from '../issue/document-content.js';

const COMPONENT_NAMES: Readonly<Record<TaxComponent, string>> = {
  ...{ vat: 'VAT', cgst: 'CGST', sgst: 'SGST', igst: 'IGST', cess: 'Cess' },
};
const COMPONENTS = Object.keys(COMPONENT_NAMES) as TaxComponent[];

/** Thousandths of a percent in one percent. */
const PERCENT = 1000;

/** Returns the rates of a line's taxes: 18 %, or 28 % + 12 % with a cess; blank if none is levied. */
export function taxText(taxes: readonly LineTax[], number: Formats['number']): string {
  const rate = taxes.find(({ component }) => component !== 'cess')?.rate;
  const cess = taxes.find(({ component }) => component === 'cess')?.rate;
  const rates = [rate, cess].filter((value) => value !== undefined);
  return rates.map((value) => `${number(value / PERCENT)} %`).join(' + ');
}

/** Returns a table of the taxes of a document: for each rate what is taxed, and the amount of each component. */
export function taxRows(
  { lines, seller, placeOfSupply }: Pick<DocumentContent, 'lines' | 'seller' | 'placeOfSupply'>,
  { money, number }: Formats,
): { columns: Column[]; rows: string[][] } {
  const names = { ...COMPONENT_NAMES, sgst: stateTaxName(placeOfSupply ?? stateOfGstin(seller.taxNumber)) };
  const taxed = lines.filter(({ taxes }) => taxes.length > 0);
  const used = COMPONENTS.filter((name) =>
    taxed.some(({ taxes }) => taxes.some((tax) => tax.component === name)),
  );
  const groups = grouped(taxed, ({ taxes }) => taxText(taxes, number));
  const amountOf = (group: readonly ContentLine[], name: TaxComponent): number =>
    group
      .flatMap(({ taxes }) => taxes)
      .reduce((sum, { component, amount }) => (component === name ? sum + amount : sum), 0);
  return {
    columns: [
      { title: 'Tax', share: 20 },
      { title: 'Taxable', align: 'right', share: 20 },
      ...used.map((name): Column => ({ title: names[name], align: 'right', share: 20 })),
    ],
    rows: [...groups].map(([rate, group]) => [
      rate,
      money(group.reduce((sum, { taxable }) => sum + taxable, 0)),
      ...used.map((name) => money(amountOf(group, name))),
    ]),
  };
}
