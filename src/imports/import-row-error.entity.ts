import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An error in a row of an imported file. */
@Entity('import_errors')
export class ImportRowError {
  @ForeignKey('Import', { name: 'import_errors_import_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_errors_pkey' })
  importId: string;

  /** Index among the import's errors, from 0, in file order. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_errors_pkey' })
  position: number;

  /** Line on which the row begins, from 1, as text editors count. */
  @Column('integer')
  line: number;

  /** Heading of the column; null if the error concerns the entire row. */
  @Column('text', { nullable: true })
  columnName: string | null;

  @Column('text')
  code: string;

  @Column('text')
  message: string;
}
