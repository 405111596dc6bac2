import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { UnitType } from '../platform/common/money/unit-type.js';
import type { NetUnit } from './prices/net-content.js';

@Entity('products')
@Unique('products_slug_key', ['slug'])
@Unique('products_section_name_key', ['sectionId', 'nameKey'])
@Check('products_unit_type_check', `unit_type IN ('kg', 'g', 'l', 'ml', 'piece', 'pack', 'dozen', 'bunch')`)
@Check('products_rate_per_unit_check', 'rate_per_unit >= 0')
@Check('products_quantity_available_check', 'quantity_available >= 0')
@Check('products_quantity_promised_check', 'quantity_promised >= 0')
@Check('products_quantity_step_check', 'quantity_step > 0')
@Check('products_low_stock_threshold_check', 'low_stock_threshold >= 0')
@Check('products_max_per_order_check', 'max_per_order > 0')
@Check('products_mrp_check', 'mrp IS NULL OR rate_per_unit <= mrp')
@Check('products_net_content_check', 'net_content > 0')
@Check('products_net_unit_check', `net_unit IN ('g', 'ml', 'piece')`)
@Check('products_section_check', 'section_id IS NOT NULL OR deleted_at IS NOT NULL')
@Check(
  'products_dates_check',
  'best_before IS NULL OR manufactured_on IS NULL OR best_before >= manufactured_on',
)
@Index('products_sku_key', ['sku'], { unique: true })
@Index('products_name_idx', ['published', 'nameKey', 'id'])
// Its second part is an expression: see `comparable-rate.ts`.
@Index('products_rate_idx', { synchronize: false })
@Index('products_created_at_idx', ['published', 'createdAt', 'id'])
@Index('products_section_id_idx', ['sectionId', 'published', 'nameKey', 'id'])
@Index('products_manufactured_on_idx', ['manufacturedOn'])
@Index('products_best_before_idx', ['bestBefore'])
export class Product {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'products_pkey' })
  id: string;

  /** Null only for a deleted product whose section was deleted too. */
  @ForeignKey('Section', { name: 'products_section_id_fkey' })
  @Column('uuid', { nullable: true })
  sectionId: string | null;

  @Column('text')
  name: string;

  /** For sorting and uniqueness, see `nameKeyOf`. */
  @Column('text')
  nameKey: string;

  @Column('text')
  slug: string;

  /** Article number of the store. A deleted product has its ID added. */
  @Column('text', { nullable: true })
  sku: string | null;

  @Column('text')
  description: string;

  @Column('text')
  brand: string;

  /** Names by which shoppers find it as well, see `otherNamesText`. */
  @Column('text', { default: '' })
  otherNames: string;

  /** Names, descriptions and other names in the languages of the shop: JSON of `textsJson`. */
  @Column('text', { default: '{}' })
  texts: string;

  /** Name of the image, see `product-images.ts`. */
  @Column('text', { nullable: true })
  image: string | null;

  @Column('text')
  unitType: UnitType;

  /** Minor units of the currency per one unit. */
  @Column('bigint')
  ratePerUnit: number;

  /** Maximum retail price: minor units of the currency per one unit, printed on the pack. Null if there is none. */
  @Column('bigint', { nullable: true })
  mrp: number | null;

  /** Its tax class; null for that of the settings. Without a constraint, see `TaxClasses1764000000051`. */
  @Column('uuid', { nullable: true })
  taxClassId: string | null;

  /** Code of the Harmonized System, 4, 6 or 8 digits, for the Indian GST. Null if unknown. */
  @Column('text', { nullable: true })
  hsn: string | null;

  /** Contents of one unit, such as a pack, in thousandths of `netUnit`. Null if unknown, and for what is sold by weight or volume. */
  @Column('bigint', { nullable: true })
  netContent: number | null;

  /** Null exactly if `netContent` is. */
  @Column('text', { nullable: true })
  netUnit: NetUnit | null;

  /** What can be ordered, in thousandths of a unit. Changed only by `Stock`, which also writes the ledger. */
  @Column('bigint', { default: 0 })
  quantityAvailable: number;

  /**
   * Goods of orders that have not left the store yet, in thousandths of a unit. Changed only by `Stock`, in the transaction
   * that changes the order. On hand are this and the quantity available.
   */
  @Column('bigint', { default: 0 })
  quantityPromised: number;

  /** Thousandths of a unit. */
  @Column('bigint')
  quantityStep: number;

  /** Thousandths of a unit; 0 for no alert. */
  @Column('bigint', { default: 0 })
  lowStockThreshold: number;

  /** Most that one order can have, in thousandths of a unit; null for the usual limit of the unit. */
  @Column('bigint', { nullable: true })
  maxPerOrder: number | null;

  /** YYYY-MM-DD. */
  @Column('date', { nullable: true })
  manufacturedOn: string | null;

  /** YYYY-MM-DD. */
  @Column('date', { nullable: true })
  bestBefore: string | null;

  /** Visibility to shoppers. Never true for a deleted product. */
  @Column('boolean')
  published: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column('bigint')
  createdAt: number;

  /** Time of deletion. The row stays for its ledger and the orders that contain it. */
  @Column('bigint', { nullable: true })
  deletedAt: number | null;

  /** Time of the last change of its page, except its stock. Written with the cached JSON. */
  @Column('bigint', { default: 0, select: false })
  changedAt?: number;

  /** Cached JSON, built only by `cachedJsonOf`. */
  @Column('text', { default: '', select: false })
  card?: string;

  /** `CARD_VERSION` of the program that has written the cached JSON. */
  @Column('integer', { default: 0, select: false })
  cardVersion?: number;
}
