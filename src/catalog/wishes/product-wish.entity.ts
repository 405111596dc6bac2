import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What shoppers searched for in vain, and asked for. It says nothing about who asked. */
@Entity('product_wishes')
@Unique('product_wishes_term_key_key', ['termKey'])
@Check('product_wishes_wishes_check', 'wishes > 0')
@Index('product_wishes_last_at_idx', ['lastAt', 'id'])
export class ProductWish {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'product_wishes_pkey' })
  id: string;

  /** The words in lower case and the singular, without amounts: wishes with the same key are counted together. */
  @Column('text')
  termKey: string;

  /** As the last shopper wrote it. */
  @Column('text')
  term: string;

  /** Number of wishes since staff last dealt with them. */
  @Column('integer', { default: 1 })
  wishes: number;

  /** Time of the first of these wishes. */
  @Column('bigint')
  firstAt: number;

  @Column('bigint')
  lastAt: number;

  /** Time when staff dealt with it; null while it is open. A further wish opens it again. */
  @Column('bigint', { nullable: true })
  doneAt: number | null;
}
