import { ApiProblem } from 'ui-common/api/api-problem';
import { ref, shallowRef } from 'vue';
import { conflictingFields } from '../../../components/dialogs/conflict-row';
import { EDITED, type Product, type ProductChanges } from '../editor/product-draft';
import { changeProduct, fetchProduct, useProductKeeper } from '../products';

/** An edit of a product that somebody else has changed meanwhile. */
export interface ProductConflict {
  /** What the edit was made on. */
  readonly seen: Product;
  readonly changes: ProductChanges;
  readonly now: Product;
}

/** Saves edits of products. Where somebody else saved first, `conflict` has both, until it is settled. */
export function useProductEdit() {
  const keep = useProductKeeper();
  const conflict = shallowRef<ProductConflict>();
  const isSettling = ref(false);

  /**
   * @returns the product as it is now; undefined where there is a conflict to settle
   * @throws ApiProblem for whatever else is refused
   */
  async function save(seen: Product, changes: ProductChanges): Promise<Product | undefined> {
    try {
      const saved = await changeProduct(seen, changes);
      await keep(saved);
      return saved;
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.code !== 'request.stale-version') throw failure;
      const now = await fetchProduct(seen.id);
      // What changed is nothing that is edited here, such as the picture: there is nothing to ask.
      const isElsewhere = EDITED.every((field) => seen[field] === now[field]);
      if (isElsewhere && now.version !== seen.version) return save(now, changes);
      conflict.value = { seen, changes, now };
      return undefined;
    }
  }

  /** Saves the own changes upon the newest version. @throws ApiProblem */
  async function saveMine(): Promise<Product | undefined> {
    if (conflict.value === undefined) return undefined;
    const { now, changes } = conflict.value;
    isSettling.value = true;
    try {
      const saved = await save(now, changes);
      if (saved !== undefined) conflict.value = undefined;
      return saved;
    } finally {
      isSettling.value = false;
    }
  }

  /** Leaves it as somebody else saved it. */
  async function takeTheirs(): Promise<Product | undefined> {
    const now = conflict.value?.now;
    conflict.value = undefined;
    if (now !== undefined) await keep(now);
    return now;
  }

  return { conflict, isSettling, save, saveMine, takeTheirs };
}

/** The fields to be shown of a conflict. */
export function fieldsOf({ seen, changes, now }: ProductConflict) {
  return conflictingFields(EDITED, seen, changes as Partial<Product>, now);
}
