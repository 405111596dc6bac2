import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A delivery that comes in, or a count of what is in the store. */
export const SHEET_KINDS = ['delivery', 'count'] as const;

export type SheetKind = (typeof SHEET_KINDS)[number];

/** A draft is booked once, or discarded. */
export const SHEET_STATUSES = ['draft', 'booked', 'discarded'] as const;

export type SheetStatus = (typeof SHEET_STATUSES)[number];

/** A sheet of paper, so to speak, on which staff take in a delivery or count a section. The stock changes when it is booked. */
@Entity('stock_sheets')
@Unique('stock_sheets_number_key', ['number'])
@Check('stock_sheets_kind_check', `kind IN ('delivery', 'count')`)
@Check('stock_sheets_status_check', `status IN ('draft', 'booked', 'discarded')`)
@Index('stock_sheets_status_idx', ['status', 'number'])
export class StockSheet {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stock_sheets_pkey' })
  id: string;

  /** As it is printed. No two sheets have the same. */
  @Column('integer')
  number: number;

  @Column('text')
  kind: SheetKind;

  @Column('text')
  status: SheetStatus;

  /** For a count: the section that is counted. */
  @ForeignKey('Section', { name: 'stock_sheets_section_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  sectionId: string | null;

  /** Name of the section when the sheet was made. */
  @Column('text', { nullable: true })
  sectionName: string | null;

  /** For a delivery: the supplier. Empty if that is not written down. */
  @Column('text')
  supplier: string;

  @Column('text')
  note: string;

  /** Who made the sheet. Others may continue it. */
  @ForeignKey('User', { name: 'stock_sheets_owner_id_fkey' })
  @Column('uuid')
  ownerId: string;

  /** Who saved it last. */
  @ForeignKey('User', { name: 'stock_sheets_changed_by_id_fkey' })
  @Column('uuid')
  changedById: string;

  @ForeignKey('User', { name: 'stock_sheets_booked_by_id_fkey' })
  @Column('uuid', { nullable: true })
  bookedById: string | null;

  @Column('bigint')
  createdAt: number;

  /** When it was last saved, booked or discarded. */
  @Column('bigint')
  changedAt: number;

  @Column('bigint', { nullable: true })
  bookedAt: number | null;

  @Column('integer', { default: 1 })
  version: number;
}
