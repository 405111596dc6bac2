import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a slug is the address of. */
export type SlugKind = 'section' | 'product';

/** A slug that a section or product had before it was renamed. Requests for it are redirected to the current one. */
@Entity('former_slugs')
@Index('former_slugs_target_id_idx', ['targetId'])
export class FormerSlug {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'former_slugs_pkey' })
  kind: SlugKind;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'former_slugs_pkey' })
  slug: string;

  /** The section or product that had the slug last. No foreign key, since it may be either. */
  @Column('uuid')
  targetId: string;
}
