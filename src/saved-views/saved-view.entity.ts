import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { TableName } from './saved-view-tables.js';

/** What a member of staff wants to see of a table again: search, filters, sort order and columns, under a name. */
@Entity('saved_views')
@Unique('saved_views_owner_table_name_key', ['ownerId', 'tableName', 'nameKey'])
@Index('saved_views_table_name_idx', ['tableName', 'isShared'])
export class SavedView {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_views_pkey' })
  id: string;

  @ForeignKey('User', { name: 'saved_views_owner_id_fkey' })
  @Column('uuid')
  ownerId: string;

  @Column('text')
  tableName: TableName;

  @Column('text')
  name: string;

  /** The name in lower case: the owner has each once for a table. */
  @Column('text')
  nameKey: string;

  /** Query of the page's address, as `readViewQuery` returns it. */
  @Column('text')
  query: string;

  /** True if all staff who see the table see the view. */
  @Column('boolean')
  isShared: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column('bigint')
  createdAt: number;
}
