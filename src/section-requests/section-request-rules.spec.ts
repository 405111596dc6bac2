import {
  fieldErrors,
  isUpToDate,
  mayRequest,
  conflictsWith,
  SECTION_REQUEST_TYPES,
} from './section-request-rules.js';

describe('mayAskFor', () => {
  it('lets a shopper request a new section or another name', () => {
    expect(SECTION_REQUEST_TYPES.filter((type) => mayRequest('user', type))).toEqual(['create', 'rename']);
  });

  it.each(['store_manager', 'admin'] as const)('lets the role %s request every type of change', (role) => {
    expect(SECTION_REQUEST_TYPES.filter((type) => mayRequest(role, type))).toEqual([
      'create',
      'rename',
      'delete',
    ]);
  });
});

describe('fieldFaults', () => {
  const faults = (...args: Parameters<typeof fieldErrors>): string[] =>
    fieldErrors(...args).map(({ field, code }) => `${field} ${code}`);

  it('accepts the fields of each type', () => {
    expect(faults('create', { sectionName: 'Tea' })).toEqual([]);
    expect(faults('rename', { sectionId: 'a', sectionName: 'Tea' })).toEqual([]);
    expect(faults('delete', { sectionId: 'a' })).toEqual([]);
    expect(faults('delete', { sectionId: 'a', moveProductsTo: 'b' })).toEqual([]);
  });

  it('reports each missing field', () => {
    expect(faults('create', {})).toEqual(['sectionName field.required']);
    expect(faults('rename', {})).toEqual(['sectionId field.required', 'sectionName field.required']);
    expect(faults('delete', { moveProductsTo: 'b' })).toEqual(['sectionId field.required']);
  });

  it('reports each field that the type forbids', () => {
    const all = { sectionId: 'a', sectionName: 'Tea', moveProductsTo: 'b' };
    expect(faults('create', all)).toEqual(['sectionId field.unexpected', 'moveProductsTo field.unexpected']);
    expect(faults('rename', all)).toEqual(['moveProductsTo field.unexpected']);
    expect(faults('delete', all)).toEqual(['sectionName field.unexpected']);
  });

  it('treats null as a missing field', () => {
    expect(faults('create', { sectionId: null, sectionName: 'Tea', moveProductsTo: null })).toEqual([]);
    expect(faults('rename', { sectionId: 'a', sectionName: null })).toEqual(['sectionName field.required']);
  });
});

describe('isUpToDate', () => {
  it('accepts a section that is unchanged since the request', () => {
    expect(isUpToDate(3, 3, undefined)).toBe(true);
  });

  it('accepts a changed section only if its current version was reviewed', () => {
    expect(isUpToDate(3, 4, undefined)).toBe(false);
    expect(isUpToDate(3, 5, 4)).toBe(false);
    expect(isUpToDate(3, 4, 4)).toBe(true);
  });

  it('refuses a section that is deleted', () => {
    expect(isUpToDate(3, undefined, undefined)).toBe(false);
    expect(isUpToDate(null, undefined, undefined)).toBe(false);
  });
});

describe('meets', () => {
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

  it('matches requests that need the same name', () => {
    expect(conflictsWith(create, { ...create, sectionName: 'TEA' }, keyOf)).toBe(true);
    expect(conflictsWith(create, rename, keyOf)).toBe(true);
    expect(conflictsWith(create, { ...create, sectionName: 'Coffee' }, keyOf)).toBe(false);
  });

  it('matches requests about the same section', () => {
    expect(conflictsWith(rename, remove, keyOf)).toBe(true);
    expect(conflictsWith(rename, { ...remove, sectionId: 'c' }, keyOf)).toBe(false);
  });

  it("matches a request about the section that receives the other's products", () => {
    expect(conflictsWith(remove, { ...remove, sectionId: 'b', moveProductsTo: null }, keyOf)).toBe(true);
    expect(conflictsWith({ ...remove, sectionId: 'b', moveProductsTo: null }, remove, keyOf)).toBe(true);
  });

  it('does not match deletions of two sections that had the same name', () => {
    expect(conflictsWith(remove, { ...remove, sectionId: 'c', moveProductsTo: null }, keyOf)).toBe(false);
  });
});
