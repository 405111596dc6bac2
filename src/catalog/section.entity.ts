import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('sections')
@Unique('sections_name_key', ['nameKey'])
@Unique('sections_slug_key', ['slug'])
@Index('sections_position_idx', ['position', 'nameKey'])
export class Section {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sections_pkey' })
  id: string;

  @Column('text')
  name: string;

  /** For uniqueness and sorting, see `nameKeyOf`: names that differ only in case, width and spaces are equal. */
  @Column('text')
  nameKey: string;

  @Column('text')
  slug: string;

  @Column('text')
  description: string;

  /** Names and descriptions in the languages of the shop: JSON of `textsJson`. */
  @Column('text', { default: '{}' })
  texts: string;

  @Column('integer')
  position: number;

  @Column('integer', { default: 1 })
  version: number;

  @Column('bigint')
  createdAt: number;
}
