import { intoPages, type Block, type Section } from './page-layout.js';

const AREA = { top: 10, bottom: 110 };

interface Named extends Block {
  readonly name: string;
}

const block = (name: string, height: number): Named => ({ name, height, draw: () => undefined });
const rows = (count: number, height: number): Named[] =>
  Array.from({ length: count }, (_, i) => block(`row ${i}`, height));

/** What stands on each page, and where. */
function placed(sections: readonly Section[], areaOf = (_: number) => AREA): string[][] {
  return intoPages(sections, areaOf).map((page) =>
    page.map((one) => `${(one.block as Named).name} at ${one.top}`),
  );
}

describe('intoPages', () => {
  it('puts one below the other', () => {
    expect(placed([{ blocks: rows(2, 30) }, { blocks: [block('total', 20)] }])).toEqual([
      ['row 0 at 10', 'row 1 at 40', 'total at 70'],
    ]);
  });

  it('turns the page where a block no longer fits, and repeats the head', () => {
    const table = { head: block('head', 10), headAgain: block('head again', 10), blocks: rows(4, 40) };
    expect(placed([table])).toEqual([
      ['head at 10', 'row 0 at 20', 'row 1 at 60'],
      ['head again at 10', 'row 2 at 20', 'row 3 at 60'],
    ]);
  });

  it('fills a page to its last point', () => {
    expect(placed([{ blocks: rows(3, 50) }])).toEqual([['row 0 at 10', 'row 1 at 60'], ['row 2 at 10']]);
  });

  it('leaves no head alone at the foot of a page', () => {
    const table = { head: block('head', 10), blocks: rows(1, 40) };
    expect(placed([{ blocks: [block('text', 60)] }, table])).toEqual([
      ['text at 10'],
      ['head at 10', 'row 0 at 20'],
    ]);
  });

  it('has room of each page’s own', () => {
    const areaOf = (page: number) => (page === 0 ? { top: 50, bottom: 110 } : AREA);
    expect(placed([{ blocks: rows(2, 60) }], areaOf)).toEqual([['row 0 at 50'], ['row 1 at 10']]);
  });

  it('gives a page of its own to what is higher than a page, and ends', () => {
    expect(placed([{ blocks: [block('a', 5), block('giant', 500), block('b', 5)] }])).toEqual([
      ['a at 10'],
      ['giant at 10'],
      ['b at 10'],
    ]);
  });

  it('has a page where there is nothing', () => {
    expect(placed([])).toEqual([[]]);
  });
});
