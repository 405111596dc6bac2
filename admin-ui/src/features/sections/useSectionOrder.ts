import { useQueryCache } from '@pinia/colada';
import type { Schema } from 'ui-common/api/client';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { sortByIds, moveItem } from './section-order';
import { orderSections, type Section } from './sections';

const KEY = ['sections'];

/** Reorders sections: shows the new order immediately, saves it as a whole, and restores the server's order on failure. */
export function useSectionOrder(sections: () => readonly Section[]) {
  const { t } = useI18n();
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  const cache = useQueryCache();
  /** Announcement for screen readers. */
  const announcement = ref('');
  let saving = Promise.resolve();

  function show(items: readonly Section[]): void {
    cache.setQueryData<Schema<'AdminSectionList'>>(KEY, { items: [...items] });
  }

  function move(from: number, to: number): void {
    const section = sections()[from];
    if (section === undefined || from === to || to < 0 || to >= sections().length) return;
    const before = idsOf(sections());
    show(moveItem(sections(), from, to));
    announcement.value = t('sections.moved', { name: section.name, n: to + 1 });
    const action = { text: t('sections.undo'), run: () => restore(before) };
    const text = t('sections.order-saved', { name: section.name });
    saving = saving.then(() => save({ text, stays: true, action }));
  }

  function restore(ids: readonly string[]): void {
    const ordered = sortByIds(sections(), ids);
    if (ordered === undefined) {
      toasts.show({ text: t('sections.order-gone'), tone: 'error' });
      return;
    }
    show(ordered);
    saving = saving.then(() => save({ text: t('sections.order-undone') }));
  }

  /** Saves the order shown at this time: the last of several moves wins. */
  async function save(done: Parameters<typeof toasts.show>[0]): Promise<void> {
    const ids = idsOf(sections());
    try {
      const { items } = await orderSections(ids);
      // Skip if there was another move in the meantime: its save comes next.
      if (ids.join() === idsOf(sections()).join()) show(items);
      toasts.show(done);
    } catch (failure) {
      toasts.show({ text: t('sections.order-failed', { reason: messageOf(failure) }), tone: 'error' });
      await cache.invalidateQueries({ key: KEY });
    }
  }

  return { move, announcement };
}

function idsOf(sections: readonly Section[]): string[] {
  return sections.map(({ id }) => id);
}
