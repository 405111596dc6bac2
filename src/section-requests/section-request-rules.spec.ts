import { fieldFaults, isUpToDate, mayAskFor, meets, SECTION_REQUEST_TYPES } from './section-request-rules.js';

describe('who may ask for what', () => {
  it('lets a shopper ask for a new section only', () => {
    expect(SECTION_REQUEST_TYPES.filter((type) => mayAskFor('user', type))).toEqual(['create']);
  });

  it.each(['store_manager', 'admin'] as const)('lets %s ask for everything', (role) => {
    expect(SECTION_REQUEST_TYPES.filter((type) => mayAskFor(role, type))).toEqual([
      'create',
      'rename',
      'delete',
    ]);
  });
});

describe('the fields of a request', () => {
  const faults = (...args: Parameters<typeof fieldFaults>): string[] =>
    fieldFaults(...args).map(({ field, code }) => `${field} ${code}`);

  it('has nothing against the fields that each type needs', () => {
    expect(faults('create', { sectionName: 'Tea' })).toEqual([]);
    expect(faults('rename', { sectionId: 'a', sectionName: 'Tea' })).toEqual([]);
    expect(faults('delete', { sectionId: 'a' })).toEqual([]);
    expect(faults('delete', { sectionId: 'a', moveProductsTo: 'b' })).toEqual([]);
  });

  it('names each field that is missing', () => {
    expect(faults('create', {})).toEqual(['sectionName field.required']);
    expect(faults('rename', {})).toEqual(['sectionId field.required', 'sectionName field.required']);
    expect(faults('delete', { moveProductsTo: 'b' })).toEqual(['sectionId field.required']);
  });

  it('names each field that the type has no use for', () => {
    const all = { sectionId: 'a', sectionName: 'Tea', moveProductsTo: 'b' };
    expect(faults('create', all)).toEqual(['sectionId field.unexpected', 'moveProductsTo field.unexpected']);
    expect(faults('rename', all)).toEqual(['moveProductsTo field.unexpected']);
    expect(faults('delete', all)).toEqual(['sectionName field.unexpected']);
  });

  it('takes null for a field left out', () => {
    expect(faults('create', { sectionId: null, sectionName: 'Tea', moveProductsTo: null })).toEqual([]);
    expect(faults('rename', { sectionId: 'a', sectionName: null })).toEqual(['sectionName field.required']);
  });
});

describe('whether a decision may stand on the section as it is', () => {
  it('stands where the section is as it was when asked', () => {
    expect(isUpToDate(3, 3, undefined)).toBe(true);
  });

  it('stands on a changed section only where that very version was looked at', () => {
    expect(isUpToDate(3, 4, undefined)).toBe(false);
    expect(isUpToDate(3, 5, 4)).toBe(false);
    expect(isUpToDate(3, 4, 4)).toBe(true);
  });

  it('never stands on a section that is gone', () => {
    expect(isUpToDate(3, undefined, undefined)).toBe(false);
    expect(isUpToDate(null, undefined, undefined)).toBe(false);
  });
});

describe('whether one request bears on another', () => {
  const create = {
    requestType: 'create',
    sectionId: null,
    sectionName: 'Tea',
    moveProductsTo: null,
  } as const;
  const rename = { requestType: 'rename', sectionId: 'a', sectionName: 'Tea', moveProductsTo: null } as const;
  const remove = {
    requestType: 'delete',
    sectionId: 'a',
    sectionName: 'Drinks',
    moveProductsTo: 'b',
  } as const;
  const keyOf = (name: string): string => name.toLowerCase();

  it('does where both want one name', () => {
    expect(meets(create, { ...create, sectionName: 'TEA' }, keyOf)).toBe(true);
    expect(meets(create, rename, keyOf)).toBe(true);
    expect(meets(create, { ...create, sectionName: 'Coffee' }, keyOf)).toBe(false);
  });

  it('does where both are about one section', () => {
    expect(meets(rename, remove, keyOf)).toBe(true);
    expect(meets(rename, { ...remove, sectionId: 'c' }, keyOf)).toBe(false);
  });

  it("does where one is about the section that the other's products go to", () => {
    expect(meets(remove, { ...remove, sectionId: 'b', moveProductsTo: null }, keyOf)).toBe(true);
    expect(meets({ ...remove, sectionId: 'b', moveProductsTo: null }, remove, keyOf)).toBe(true);
  });

  it('takes two deletions of sections that had one name for two matters', () => {
    expect(meets(remove, { ...remove, sectionId: 'c', moveProductsTo: null }, keyOf)).toBe(false);
  });
});
