import { readStored, writeStored } from 'ui-common/browser/storage';
import type { SheetDraft } from './sheet-draft';

/** A draft that is not saved yet, with the version that it is based on. */
export interface KeptDraft {
  readonly version: number;
  readonly base: SheetDraft;
  readonly draft: SheetDraft;
}

/** Keeps a draft on this device; undefined removes it. */
export function keepDraft(key: string, kept: KeptDraft | undefined): void {
  writeStored(key, kept);
}

/** Returns the draft that is kept on this device; undefined if there is none. */
export function keptDraft(key: string): KeptDraft | undefined {
  const { version, base, draft } = (readStored(key) ?? {}) as Partial<KeptDraft>;
  const isWhole = typeof version === 'number' && isDraft(base) && isDraft(draft);
  return isWhole ? { version, base, draft } : undefined;
}

function isDraft(value: SheetDraft | undefined): value is SheetDraft {
  return typeof value?.supplier === 'string' && typeof value.note === 'string' && Array.isArray(value.lines);
}
