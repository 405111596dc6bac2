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

  /** Lower-case tokens of the name: names that differ only in case or punctuation are equal. */
  @Column('text')
  nameKey: string;

  @Column('text')
  slug: string;

  @Column('text')
  description: string;

  @Column('integer')
  position: number;

  @Column('integer', { default: 1 })
  version: number;

  @Column('bigint')
  createdAt: number;
}
