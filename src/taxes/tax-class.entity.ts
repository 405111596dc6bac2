import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A kind of goods that are taxed alike. */
@Entity('tax_classes')
@Unique('tax_classes_code_key', ['code'])
export class TaxClass {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tax_classes_pkey' })
  id: string;

  /** By which files name the class. */
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  /** Exempt goods are never taxed, and documents list them apart from those at a rate of 0 %. */
  @Column('boolean')
  exempt: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column('bigint')
  createdAt: number;
}
