import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The fields that a person has assigned to the columns of a file, for later files with the same headings. */
@Entity('import_columns')
export class RememberedColumn {
  @ForeignKey('User', { name: 'import_columns_owner_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_columns_pkey' })
  ownerId: string;

  /** SHA-256 of the headings, in hexadecimal. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'import_columns_pkey' })
  headingsSha256: string;

  /** A list of fields, as JSON. */
  @Column('text')
  columns: string;

  /** The values for all rows, as JSON. */
  @Column('text')
  fixed: string;

  @Column('bigint')
  rememberedAt: number;
}
