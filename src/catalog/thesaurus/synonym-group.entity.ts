import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Language } from '../../platform/config/languages.js';

/** Words that mean the same to a shopper. */
@Entity('synonym_groups')
@Check('synonym_groups_language_check', `language IN ('en', 'hi')`)
@Index('synonym_groups_search_key_idx', ['searchKey', 'id'])
export class SynonymGroup {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'synonym_groups_pkey' })
  id: string;

  /** The language that the words come from. Searches use the groups of all languages. */
  @Column('text')
  language: Language;

  /** JSON array of the words as staff write them. The first names the group. */
  @Column('text')
  words: string;

  /** The words as search tokens, each followed by a comma: for sorting and for the search of staff. */
  @Column('text')
  searchKey: string;

  @Column('integer', { default: 1 })
  version: number;

  @Column('bigint')
  createdAt: number;
}
