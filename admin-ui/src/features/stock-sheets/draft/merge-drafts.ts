import { lineFor, type DraftLine, type SheetDraft } from './sheet-draft';

/** A line or text that two people have changed in different ways. */
export type DraftConflict =
  | {
      readonly kind: 'text';
      readonly field: 'supplier' | 'note';
      readonly mine: string;
      readonly theirs: string;
    }
  | {
      readonly kind: 'line';
      /** Undefined for a line that was removed. */
      readonly mine: DraftLine | undefined;
      readonly theirs: DraftLine | undefined;
    };

/** Two versions of a draft put together. */
export interface MergedDraft {
  /** With what only one of the two has changed. Where both have, with this person's version. */
  readonly merged: SheetDraft;
  readonly conflicts: readonly DraftConflict[];
}

/**
 * Puts two versions of a draft together, so that two people can fill in different lines of one sheet.
 *
 * @param base the version that both began with
 */
export function mergeDrafts(base: SheetDraft, mine: SheetDraft, theirs: SheetDraft): MergedDraft {
  const conflicts: DraftConflict[] = [];
  const text = (field: 'supplier' | 'note'): string => {
    if (mine[field] === base[field]) return theirs[field];
    if (theirs[field] !== base[field] && theirs[field] !== mine[field])
      conflicts.push({ kind: 'text', field, mine: mine[field], theirs: theirs[field] });
    return mine[field];
  };
  const texts = { supplier: text('supplier'), note: text('note') };
  const ids = new Set([...theirs.lines, ...mine.lines].map(({ productId }) => productId));
  const lines = [...ids].flatMap((id): DraftLine[] => {
    const [was, own, other] = [base, mine, theirs].map((draft) => lineFor(draft, id));
    if (isSame(own, was)) return other === undefined ? [] : [other];
    if (!isSame(other, was) && !isSame(own, other))
      conflicts.push({ kind: 'line', mine: own, theirs: other });
    return own === undefined ? [] : [own];
  });
  return { merged: { ...texts, lines }, conflicts };
}

function isSame(a: DraftLine | undefined, b: DraftLine | undefined): boolean {
  return a?.quantity === b?.quantity && a?.unitType === b?.unitType;
}
