import { requestErrors } from '../../platform/common/common.errors.js';
import type { FieldError } from '../../platform/common/errors/domain-error.js';
import { LANGUAGES, type Language } from '../../platform/config/languages.js';
import { newId } from '../../platform/common/id.js';
import { thousandths } from '../../platform/common/money/quantity.js';
import { isMeasure } from '../../platform/common/money/unit-type.js';
import { normalizedText } from '../../platform/common/text.js';
import { skuOf } from '../codes/product-codes.js';
import { otherNamesOf, otherNamesText } from '../other-names.js';
import { storedContent } from '../prices/net-content.js';
import type { Product } from '../product.entity.js';
import { hasLetters, nameKeyOf } from '../search/text-normalization.js';
import {
  namesByLanguage,
  textField,
  textsJson,
  textsOf,
  type ProductText,
  type TextsOf,
} from '../../rules/texts/texts-by-language.js';
import type { ChangeProductBody, CreateProductBody } from './admin-products.dto.js';

/** Builds a product from a request body, with neither slug nor stock yet. */
export function newProduct(body: CreateProductBody, now: number): Product {
  const name = normalizedText(body.name);
  return {
    id: newId(),
    sectionId: body.sectionId,
    name,
    nameKey: nameKeyOf(name),
    slug: '',
    sku: skuOf(body.sku ?? null),
    description: body.description ?? '',
    brand: body.brand ?? '',
    otherNames: otherNamesText(body.otherNames ?? []),
    texts: textsJson({}),
    image: null,
    unitType: body.unitType,
    ratePerUnit: body.ratePerUnit,
    mrp: body.mrp ?? null,
    taxClassId: body.taxClassId ?? null,
    hsn: body.hsn ?? null,
    ...storedContent(body.netContent ?? null),
    quantityAvailable: 0,
    quantityPromised: 0,
    quantityStep: thousandths(body.quantityStep ?? 1),
    lowStockThreshold: thousandths(body.lowStockThreshold ?? 0),
    maxPerOrder: maxPerOrderOf(body.maxPerOrder ?? null),
    manufacturedOn: body.manufacturedOn ?? null,
    bestBefore: body.bestBefore ?? null,
    published: body.published ?? true,
    version: 1,
    createdAt: now,
    deletedAt: null,
  };
}

/** Returns the product after a change. Fields that the body omits stay unchanged. */
export function applyChange(before: Product, body: Omit<ChangeProductBody, 'version'>): Product {
  const name = body.name === undefined ? before.name : normalizedText(body.name);
  return {
    ...before,
    sectionId: body.sectionId ?? before.sectionId,
    name,
    nameKey: nameKeyOf(name),
    sku: body.sku === undefined ? before.sku : skuOf(body.sku),
    description: body.description ?? before.description,
    brand: body.brand ?? before.brand,
    otherNames: body.otherNames === undefined ? before.otherNames : otherNamesText(body.otherNames),
    unitType: body.unitType ?? before.unitType,
    ratePerUnit: body.ratePerUnit ?? before.ratePerUnit,
    mrp: body.mrp === undefined ? before.mrp : body.mrp,
    taxClassId: body.taxClassId === undefined ? before.taxClassId : body.taxClassId,
    hsn: body.hsn === undefined ? before.hsn : body.hsn,
    ...(body.netContent === undefined ? {} : storedContent(body.netContent)),
    quantityStep: body.quantityStep === undefined ? before.quantityStep : thousandths(body.quantityStep),
    lowStockThreshold:
      body.lowStockThreshold === undefined ? before.lowStockThreshold : thousandths(body.lowStockThreshold),
    maxPerOrder: body.maxPerOrder === undefined ? before.maxPerOrder : maxPerOrderOf(body.maxPerOrder),
    manufacturedOn: body.manufacturedOn === undefined ? before.manufacturedOn : body.manufacturedOn,
    bestBefore: body.bestBefore === undefined ? before.bestBefore : body.bestBefore,
    published: body.published ?? before.published,
    version: before.version + 1,
  };
}

/** Returns the product with other texts. Those that `changed` omits stay as they are; a blank one is removed. */
export function withTexts(before: Product, changed: TextsOf<ProductText>): Product {
  const texts = textsOf<ProductText>(before.texts);
  const merged: Partial<Record<Language, ProductText>> = {};
  for (const language of LANGUAGES)
    merged[language] = normalizedProductText({ ...texts[language], ...changed[language] });
  return { ...before, texts: textsJson(merged) };
}

function normalizedProductText({ name = '', description = '', otherNames = [] }: ProductText): ProductText {
  return {
    name: normalizedText(name),
    description: normalizedText(description),
    otherNames: otherNamesOf(otherNamesText(otherNames)),
  };
}

function maxPerOrderOf(quantity: number | null): number | null {
  return quantity === null ? null : thousandths(quantity);
}

/** Returns the broken rules that the validation of single fields cannot detect. */
export function ruleErrors(product: Product): FieldError[] {
  const { name, manufacturedOn, bestBefore, maxPerOrder, quantityStep } = product;
  const { mrp, ratePerUnit, netUnit, unitType } = product;
  const errors: FieldError[] = [];
  if (!hasLetters(name)) errors.push(nameWithoutLetters('name'));
  for (const [language, translated] of Object.entries(namesByLanguage(textsOf(product.texts), name))) {
    if (!hasLetters(translated)) errors.push(nameWithoutLetters(textField('name', language)));
  }
  if (maxPerOrder !== null && maxPerOrder < quantityStep) {
    errors.push({
      field: 'maxPerOrder',
      code: 'catalog.max-below-step',
      message: 'The most per order must be at least one step.',
    });
  }
  if (mrp !== null && ratePerUnit > mrp) {
    errors.push({
      field: 'ratePerUnit',
      code: 'catalog.above-mrp',
      message: 'The rate is above the maximum retail price.',
    });
  }
  if (netUnit !== null && isMeasure(unitType)) {
    errors.push({
      field: 'netContent',
      code: 'catalog.content-of-measure',
      message: 'What is sold by weight or volume has no contents of a pack.',
    });
  }
  if (manufacturedOn !== null && bestBefore !== null && bestBefore < manufacturedOn) {
    errors.push({
      field: 'bestBefore',
      code: 'catalog.best-before-made',
      message: 'Best before is earlier than the day it was made.',
    });
  }
  return errors;
}

/** @param field where the name comes from, in a body or a row */
export function nameWithoutLetters(field: string): FieldError {
  return { field, code: 'catalog.name-without-letters', message: 'A name needs a letter or a digit.' };
}

/** @throws request.rule-broken */
export function checkProduct(product: Product): void {
  const errors = ruleErrors(product);
  if (errors.length > 0) throw requestErrors['rule-broken']({ errors });
}
