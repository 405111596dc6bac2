import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A created PDF of a document, and the expected content of its file. */
@Entity('document_files')
@Check('document_files_bytes_check', 'bytes > 0')
export class DocumentFile {
  @ForeignKey('Document', { name: 'document_files_document_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'document_files_pkey' })
  documentId: string;

  /** Size of the file. */
  @Column('bigint')
  bytes: number;

  /** SHA-256 of the file, in hex. */
  @Column('text')
  sha256: string;

  /** Time when the file was first created. */
  @Column('bigint')
  madeAt: number;
}
