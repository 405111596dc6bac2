import { useEventListener } from '@vueuse/core';
import { ApiProblem } from 'ui-common/api/api-problem';
import { accountKey } from 'ui-common/browser/storage';
import { SECOND_MS } from 'ui-common/dates/durations';
import { useSession } from 'ui-common/session/session';
import { onScopeDispose, ref, shallowRef } from 'vue';
import { keepDraft, keptDraft } from './kept-draft';
import { mergeDrafts, type DraftConflict } from './merge-drafts';
import { afterSaving, bodyOf, draftOf, type SheetDraft } from './sheet-draft';
import { fetchSheet, saveSheet, type StockSheet } from '../stock-sheets';

/** Time without a change after which the draft is saved. */
const SAVE_DELAY_MS = 0.6 * SECOND_MS;
/** Time after which a draft that could not be sent is sent again. */
const RETRY_DELAY_MS = 5 * SECOND_MS;

/** `waiting`: it is kept on this device and sent again; `refused`: sending it again would not help. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'waiting' | 'refused';

/** Two versions of a draft, of which this person must choose. */
export interface SheetConflict {
  readonly conflicts: readonly DraftConflict[];
  readonly mine: SheetDraft;
  readonly theirs: SheetDraft;
}

/**
 * The draft of a sheet: each change is kept on this device at once, and saved on the server soon after. Without a connection it is
 * sent when there is one again. Changes that someone else has saved are put together with these.
 */
export class DraftKeeper {
  readonly draft = shallowRef<SheetDraft>({ supplier: '', note: '', lines: [] });
  readonly state = ref<SaveState>('saved');
  readonly problem = shallowRef<unknown>();
  readonly conflict = shallowRef<SheetConflict>();
  /** The version on the server that the draft is based on. */
  version: number;
  private base: SheetDraft;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  private isLeft = false;

  /**
   * @param key under which the draft is kept on this device
   * @param onClosed called when someone else has booked or discarded the sheet
   */
  constructor(
    private readonly sheet: StockSheet,
    private readonly key: string,
    private readonly onClosed: () => void,
  ) {
    const kept = keptDraft(key);
    this.version = kept?.version ?? sheet.version;
    this.base = kept?.base ?? draftOf(sheet);
    this.draft.value = kept?.draft ?? this.base;
    if (kept === undefined) return;
    this.state.value = 'unsaved';
    this.saveIn(0);
  }

  change(draft: SheetDraft): void {
    this.draft.value = draft;
    this.keep();
    if (this.state.value !== 'waiting') this.state.value = 'unsaved';
    this.saveIn(SAVE_DELAY_MS);
  }

  /** Saves now what is not saved. @returns true if everything is saved then */
  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.state.value !== 'saved' && this.conflict.value === undefined) {
      const isOwn = this.sending === undefined;
      await (this.sending ??= this.send().finally(() => (this.sending = undefined)));
      if (isOwn && ['waiting', 'refused'].includes(this.state.value)) break;
    }
    return this.isSaved();
  }

  /** Settles a conflict by this person's choice. */
  choose(chosen: SheetDraft): void {
    this.conflict.value = undefined;
    this.change(chosen);
  }

  /** Forgets the draft: the sheet is booked or discarded. */
  forget(): void {
    clearTimeout(this.timer);
    keepDraft(this.key, undefined);
    this.state.value = 'saved';
  }

  /** Saves for the last time, when the page is left. What cannot be sent stays on this device. */
  leave(): void {
    this.isLeft = true;
    void this.save();
  }

  private isSaved(): boolean {
    return this.state.value === 'saved';
  }

  private keep(): void {
    keepDraft(this.key, { version: this.version, base: this.base, draft: this.draft.value });
  }

  private saveIn(delay: number): void {
    clearTimeout(this.timer);
    if (!this.isLeft) this.timer = setTimeout(() => void this.save(), delay);
  }

  private async send(): Promise<void> {
    const sent = this.draft.value;
    if (this.state.value !== 'waiting') this.state.value = 'saving';
    try {
      const saved = await saveSheet(this.sheet.id, bodyOf(sent, this.version, Date.now()));
      this.version = saved.version;
      this.base = draftOf(saved);
      this.settle(sent);
    } catch (failure) {
      await this.handle(failure);
    }
  }

  private settle(sent: SheetDraft): void {
    const isWhole = this.draft.value === sent;
    this.draft.value = afterSaving(this.draft.value, sent);
    this.state.value = isWhole ? 'saved' : 'unsaved';
    if (isWhole) keepDraft(this.key, undefined);
    else this.keep();
  }

  private async handle(failure: unknown): Promise<void> {
    this.problem.value = failure;
    const code = failure instanceof ApiProblem ? failure.code : '';
    if (code === 'request.stale-version') await this.merge().catch((later: unknown) => this.handle(later));
    else if (code === 'stock-sheets.not-a-draft' || code === 'stock-sheets.not-found') {
      this.forget();
      this.onClosed();
    } else if (isPassing(failure)) {
      this.state.value = 'waiting';
      this.saveIn(RETRY_DELAY_MS);
    } else this.state.value = 'refused';
  }

  /** Puts this draft together with the one that someone else has saved. What contradicts each other is for this person to choose. */
  private async merge(): Promise<void> {
    const now = await fetchSheet(this.sheet.id);
    const theirs = draftOf(now);
    const { merged, conflicts } = mergeDrafts(this.base, this.draft.value, theirs);
    this.version = now.version;
    this.base = theirs;
    if (conflicts.length > 0) this.conflict.value = { conflicts, mine: merged, theirs };
    else this.change(merged);
  }
}

/** Keeps the draft of a sheet as long as its page is open. @param onClosed as in {@link DraftKeeper} */
export function useSheetDraft(sheet: StockSheet, onClosed: () => void): DraftKeeper {
  const key = accountKey(`stock-sheet-${sheet.id}`, useSession().account?.id ?? '');
  const keeper = new DraftKeeper(sheet, key, onClosed);
  useEventListener(window, 'online', () => void keeper.save());
  onScopeDispose(() => keeper.leave());
  return keeper;
}

/** Returns true for a failure that may be over soon: no connection, a busy or restarting server. */
function isPassing(failure: unknown): boolean {
  return (
    failure instanceof ApiProblem &&
    (failure.isUnreachable || failure.status >= 500 || failure.status === 429)
  );
}
