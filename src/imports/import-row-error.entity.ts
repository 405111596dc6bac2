import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What is wrong with a row of an imported file. */
@Entity('import_errors')
export class ImportRowError {
  @ForeignKey('Import', { name: 'import_errors_import_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_errors_pkey' })
  importId: string;

  /** Which of the import's errors it is, from 0, in the order of the file. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'import_errors_pkey' })
  position: number;

  /** The line on which the row begins, from 1, as an editor counts them. */
  @Column('integer')
  line: number;

  /** The heading of the column; null where the whole row is at fault. */
  @Column('text', { nullable: true })
  columnName: string | null;

  @Column('text')
  code: string;

  @Column('text')
  message: string;
}
