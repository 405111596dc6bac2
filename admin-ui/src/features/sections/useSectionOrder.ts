import { useQueryCache } from '@pinia/colada';
import type { Schema } from 'ui-common/api/client';
import { useProblemMessage } from 'ui-common/composables/useProblemMessage';
import { useToasts } from 'ui-common/composables/useToasts';
import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { moved, newPositions } from './section-order';
import { changeSection, type Section } from './sections';

const KEY = ['sections'];

/** Puts sections into another order: shown at once, saved one after the other, and as the server has it where that fails. */
export function useSectionOrder(sections: () => readonly Section[]) {
  const { t } = useI18n();
  const toasts = useToasts();
  const messageOf = useProblemMessage();
  const cache = useQueryCache();
  /** What has just happened, for those who do not see it. */
  const told = ref('');
  let saving = Promise.resolve();

  function show(items: readonly Section[]): void {
    cache.setQueryData<Schema<'SectionList'>>(KEY, { items: [...items] });
  }

  function move(from: number, to: number): void {
    const section = sections()[from];
    if (section === undefined || from === to || to < 0 || to >= sections().length) return;
    show(moved(sections(), from, to));
    told.value = t('sections.moved', { name: section.name, n: to + 1 });
    saving = saving.then(save);
  }

  /** Saves what is shown by then: of several moves in a row the last one counts. */
  async function save(): Promise<void> {
    try {
      for (const { item, position } of newPositions(sections())) {
        const saved = await changeSection(item, { position });
        show(sections().map((one) => (one.id === saved.id ? saved : one)));
      }
    } catch (failure) {
      toasts.show({ text: t('sections.order-failed', { reason: messageOf(failure) }), tone: 'error' });
      await cache.invalidateQueries({ key: KEY });
    }
  }

  return { move, told };
}
