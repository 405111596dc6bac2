import { ApiProblem } from 'ui-common/api/api-problem';
import { ref, shallowRef } from 'vue';
import { conflictingFields, isSame, overlappingFields } from '../../../components/dialogs/conflict-row';
import { EDITED_FIELDS, UNIT_FIELDS } from '../editor/edited-fields';
import type { Product, ProductChanges } from '../editor/product-draft';
import { changeProduct, fetchProduct, useCacheProduct } from '../products';

/** An edit of a product that another user has changed in the meantime. */
export interface ProductConflict {
  /** The version that the edit is based on. */
  readonly seen: Product;
  readonly changes: ProductChanges;
  readonly now: Product;
}

/**
 * Saves edits of products. If another user saved first and changed other fields, both changes are kept. If they changed the same
 * fields, `conflict` holds both versions until it is resolved.
 */
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
      const edit = { seen, changes, now };
      if (!isConflict(edit) && now.version !== seen.version) return save(now, changes);
      conflict.value = edit;
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

/** Returns true if a person must choose: both have changed a field, or one the unit and the other an amount per unit. */
export function isConflict({ seen, changes, now }: ProductConflict): boolean {
  if (overlappingFields(EDITED_FIELDS, seen, changes as Partial<Product>, now).length > 0) return true;
  const mine = UNIT_FIELDS.filter((field) => field in changes && !isSame(changes[field], seen[field]));
  const theirs = UNIT_FIELDS.filter((field) => !isSame(now[field], seen[field]));
  return (mine.includes('unitType') && theirs.length > 0) || (theirs.includes('unitType') && mine.length > 0);
}

/** Returns the fields to show for a conflict. */
export function fieldsOf({ seen, changes, now }: ProductConflict) {
  return conflictingFields(EDITED_FIELDS, seen, changes as Partial<Product>, now);
}
