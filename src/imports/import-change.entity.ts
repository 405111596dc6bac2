import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What must be known about a row before it is applied. */
export const CHANGE_NOTICES = ['staff-account'] as const;

export type ChangeNotice = (typeof CHANGE_NOTICES)[number];

/** A row that a check found: what it is about, and what it would change. Rows of products are `ImportedRow`s. */
@Entity('import_changes')
export class ImportChange {
  @ForeignKey('Import', { name: 'import_changes_import_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_changes_pkey' })
  importId: string;

  /** Line on which the row begins, from 1, as text editors count. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_changes_pkey' })
  line: number;

  /** Such as the e-mail address of a customer, or the number of an order. */
  @Column('text')
  subject: string;

  @Column('boolean')
  isNew: boolean;

  /** List of `FieldChange`, as JSON. */
  @Column('text')
  changes: string;

  @Column('text', { nullable: true })
  notice: ChangeNotice | null;
}
