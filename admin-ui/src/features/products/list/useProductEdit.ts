import { ApiProblem } from 'ui-common/api/api-problem';
import { ref, shallowRef } from 'vue';
import { conflictingFields, isSame } from '../../../components/dialogs/conflict-row';
import { EDITED_FIELDS } from '../editor/edited-fields';
import type { Product, ProductChanges } from '../editor/product-draft';
import { changeProduct, fetchProduct, useCacheProduct } from '../products';

/** An edit of a product that another user has changed in the meantime. */
export interface ProductConflict {
  /** The version that the edit is based on. */
  readonly seen: Product;
  readonly changes: ProductChanges;
  readonly now: Product;
}

/** Saves edits of products. If another user saved first, `conflict` holds both versions until it is resolved. */
export function useProductEdit() {
  const cacheProduct = useCacheProduct();
  const conflict = shallowRef<ProductConflict>();
  const isSettling = ref(false);

  /**
   * @returns the saved product; undefined if there is a conflict to resolve
   * @throws ApiProblem for any other refusal
   */
  async function save(seen: Product, changes: ProductChanges): Promise<Product | undefined> {
    try {
      const saved = await changeProduct(seen, changes);
      await cacheProduct(saved);
      return saved;
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.code !== 'request.stale-version') throw failure;
      const now = await fetchProduct(seen.id);
      // The other change is outside the edited fields, such as the picture: no conflict.
      const isElsewhere = EDITED_FIELDS.every((field) => isSame(seen[field], now[field]));
      if (isElsewhere && now.version !== seen.version) return save(now, changes);
      conflict.value = { seen, changes, now };
      return undefined;
    }
  }

  /** Saves the user's changes on top of the newest version. @throws ApiProblem */
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

  /** Discards the user's changes and keeps the saved version. */
  async function takeTheirs(): Promise<Product | undefined> {
    const now = conflict.value?.now;
    conflict.value = undefined;
    if (now !== undefined) await cacheProduct(now);
    return now;
  }

  return { conflict, isSettling, save, saveMine, takeTheirs };
}

/** Returns the fields to show for a conflict. */
export function fieldsOf({ seen, changes, now }: ProductConflict) {
  return conflictingFields(EDITED_FIELDS, seen, changes as Partial<Product>, now);
}
