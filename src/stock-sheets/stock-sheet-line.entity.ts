import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { UnitType } from '../platform/common/money/unit-type.js';

/** A product on a stock sheet. Quantities in thousandths of the unit. */
@Entity('stock_sheet_lines')
@Check('stock_sheet_lines_quantity_check', 'quantity >= 0')
export class StockSheetLine {
  @ForeignKey('StockSheet', { name: 'stock_sheet_lines_sheet_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stock_sheet_lines_pkey' })
  sheetId: string;

  @ForeignKey('Product', { name: 'stock_sheet_lines_product_id_fkey' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stock_sheet_lines_pkey' })
  productId: string;

  @Column('integer')
  position: number;

  /** The unit in which the quantity was typed. That of the product may change later. */
  @Column('text')
  unitType: UnitType;

  /** Received or counted; null until it is typed. */
  @Column('bigint', { nullable: true })
  quantity: number | null;

  /** When it was counted. What comes in or leaves after that is added or subtracted. */
  @Column('bigint', { nullable: true })
  countedAt: number | null;

  /** On hand before and after the booking; null for a line that changed nothing, and for a draft. */
  @Column('bigint', { nullable: true })
  onHandBefore: number | null;

  @Column('bigint', { nullable: true })
  onHandAfter: number | null;
}
