import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Rates of a tax class from a day on, until the next row of the class. */
@Entity('tax_rates')
@Check('tax_rates_rate_check', 'rate BETWEEN 0 AND 100000')
@Check('tax_rates_cess_check', 'cess BETWEEN 0 AND 100000')
export class TaxRateOfClass {
  @ForeignKey('TaxClass', { name: 'tax_rates_tax_class_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tax_rates_pkey' })
  taxClassId: string;

  /** YYYY-MM-DD, in the store's time zone. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'tax_rates_pkey' })
  validFrom: string;

  /** Thousandths of a percent: 18000 for 18 %. */
  @Column('integer')
  rate: number;

  /** Thousandths of a percent, levied beside the rate in the Indian GST. */
  @Column('integer', { default: 0 })
  cess: number;
}
