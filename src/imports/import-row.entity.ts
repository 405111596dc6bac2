import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { UnitType } from '../platform/common/money/unit-type.js';
import type { RateNotice } from './products/rate-change.js';

/** A row that a check found: what its product costs now, and what it would cost. */
@Entity('import_rows')
export class ImportedRow {
  @ForeignKey('Import', { name: 'import_rows_import_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_rows_pkey' })
  importId: string;

  /** Line on which the row begins, from 1, as text editors count. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_rows_pkey' })
  line: number;

  @Column('text')
  sectionName: string;

  @Column('text')
  name: string;

  /** Null for a new product. */
  @Column('text', { nullable: true })
  unitBefore: UnitType | null;

  @Column('text')
  unitType: UnitType;

  /** Minor units. Null for a new product. */
  @Column('bigint', { nullable: true })
  rateBefore: number | null;

  /** Minor units. */
  @Column('bigint')
  ratePerUnit: number;

  /** Quantity delivered, in thousandths of a unit; 0 for none. */
  @Column('bigint')
  delivery: number;

  /** Quantity counted, in thousandths of a unit; null if it was not counted. */
  @Column('bigint', { nullable: true })
  counted: number | null;

  /** Quantity on hand when the file was checked, in thousandths of a unit. Null for a new product. */
  @Column('bigint', { nullable: true })
  onHandBefore: number | null;

  /** What a person must confirm. */
  @Column('text', { nullable: true })
  notice: RateNotice | null;

  /** List of `FieldChange`, as JSON: what else the row changes. */
  @Column('text', { default: '[]' })
  changes: string;
}
