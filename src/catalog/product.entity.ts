import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { UnitType } from '../platform/common/money/unit-type.js';

@Entity('products')
@Unique('products_slug_key', ['slug'])
@Unique('products_section_name_key', ['sectionId', 'nameKey'])
@Check('products_unit_type_check', `unit_type IN ('kg', 'g', 'l', 'ml', 'piece', 'pack', 'dozen', 'bunch')`)
@Check('products_rate_per_unit_check', 'rate_per_unit >= 0')
@Check('products_quantity_available_check', 'quantity_available >= 0')
@Check('products_quantity_step_check', 'quantity_step > 0')
@Check('products_low_stock_threshold_check', 'low_stock_threshold >= 0')
@Check('products_section_check', 'section_id IS NOT NULL OR deleted_at IS NOT NULL')
@Check(
  'products_dates_check',
  'best_before IS NULL OR manufactured_on IS NULL OR best_before >= manufactured_on',
)
@Index('products_name_idx', ['published', 'nameKey', 'id'])
@Index('products_rate_idx', ['published', 'ratePerUnit', 'id'])
@Index('products_created_at_idx', ['published', 'createdAt', 'id'])
@Index('products_section_id_idx', ['sectionId', 'published', 'nameKey', 'id'])
@Index('products_manufactured_on_idx', ['manufacturedOn'])
@Index('products_best_before_idx', ['bestBefore'])
export class Product {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'products_pkey' })
  id: string;

  /** Null only for a product that was deleted, when its section is gone too. */
  @ForeignKey('Section', { name: 'products_section_id_fkey' })
  @Column('uuid', { nullable: true })
  sectionId: string | null;

  @Column('text')
  name: string;

  /** The name's words in lower case, to sort by and to be unique by. */
  @Column('text')
  nameKey: string;

  @Column('text')
  slug: string;

  @Column('text')
  description: string;

  @Column('text')
  brand: string;

  /** The name of its picture, see `product-pictures.ts`. */
  @Column('text', { nullable: true })
  image: string | null;

  @Column('text')
  unitType: UnitType;

  /** Minor units of the currency per one unit. */
  @Column('bigint')
  ratePerUnit: number;

  /** Thousandths of a unit. Changed by `Stock` alone, which writes the ledger with it. */
  @Column('bigint', { default: 0 })
  quantityAvailable: number;

  /** Thousandths of a unit. */
  @Column('bigint')
  quantityStep: number;

  /** Thousandths of a unit; 0 for no alert. */
  @Column('bigint', { default: 0 })
  lowStockThreshold: number;

  /** YYYY-MM-DD. */
  @Column('date', { nullable: true })
  manufacturedOn: string | null;

  /** YYYY-MM-DD. */
  @Column('date', { nullable: true })
  bestBefore: string | null;

  /** Whether shoppers see it. Never true for a deleted product. */
  @Column('boolean')
  published: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column('bigint')
  createdAt: number;

  /** A deleted product stays, for its ledger and for the orders that hold it. */
  @Column('bigint', { nullable: true })
  deletedAt: number | null;

  /** When what its page shows was changed last, but for its stock. Written with the card. */
  @Column('bigint', { default: 0, select: false })
  changedAt?: number;

  /** JSON, made by `cardOf` alone. */
  @Column('text', { default: '', select: false })
  card?: string;
}
