import type { Component } from 'vue';
import { sectionIn, useSections } from '../composables/useSections';
import { useProduct } from '../features/catalog/catalog-queries';
import { useHomeHead } from '../features/catalog/home/home-head';
import { useSectionHead } from '../features/catalog/list/section-head';
import { useProductHead } from '../features/catalog/product/product-head';
import { usePageHead } from '../head/usePageHead';
import type { MatchedPage } from './match-page';

/** Returns a component that renders nothing and sets the head of a page. */
export function headOnly(page: MatchedPage): Component {
  return {
    setup: () => {
      useHeadOf(page);
      return () => null;
    },
  };
}

function useHeadOf({ name, params }: MatchedPage): void {
  switch (name) {
    case 'home':
      return useHomeHead();
    case 'section': {
      const { data: sections } = useSections();
      return useSectionHead(() => sectionIn(sections.value, params['section']));
    }
    case 'product': {
      const { data: sections } = useSections();
      const { data: product } = useProduct(() => params['product'] ?? '');
      return useProductHead(
        () => product.value,
        () => sectionIn(sections.value, product.value?.sectionId),
      );
    }
    case 'shell':
      return usePageHead(() => ({ title: '' }));
    default:
      return usePageHead(({ t }) => ({ title: t(`titles.${name}`) }));
  }
}
