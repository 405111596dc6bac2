import { paginate, type Block, type Section } from './page-layout.js';

const AREA = { top: 10, bottom: 110 };

interface Named extends Block {
  readonly name: string;
}

const block = (name: string, height: number): Named => ({ name, height, draw: () => undefined });
const rows = (count: number, height: number): Named[] =>
  Array.from({ length: count }, (_, i) => block(`row ${i}`, height));

/** Lists the blocks of each page with their positions. */
function placedNames(sections: readonly Section[], areaOf = (_: number) => AREA): string[][] {
  return paginate(sections, areaOf).map((page) =>
    page.map((placed) => `${(placed.block as Named).name} at ${placed.top}`),
  );
}

describe('intoPages', () => {
  it('stacks blocks below each other', () => {
    expect(placedNames([{ blocks: rows(2, 30) }, { blocks: [block('total', 20)] }])).toEqual([
      ['row 0 at 10', 'row 1 at 40', 'total at 70'],
    ]);
  });

  it('starts a new page if a block does not fit, and repeats the head', () => {
    const table = { head: block('head', 10), headAgain: block('head again', 10), blocks: rows(4, 40) };
    expect(placedNames([table])).toEqual([
      ['head at 10', 'row 0 at 20', 'row 1 at 60'],
      ['head again at 10', 'row 2 at 20', 'row 3 at 60'],
    ]);
  });

  it('fills a page to the last point', () => {
    expect(placedNames([{ blocks: rows(3, 50) }])).toEqual([['row 0 at 10', 'row 1 at 60'], ['row 2 at 10']]);
  });

  it('keeps a head on the same page as its first block', () => {
    const table = { head: block('head', 10), blocks: rows(1, 40) };
    expect(placedNames([{ blocks: [block('text', 60)] }, table])).toEqual([
      ['text at 10'],
      ['head at 10', 'row 0 at 20'],
    ]);
  });

  it('uses the area of each page', () => {
    const areaOf = (page: number) => (page === 0 ? { top: 50, bottom: 110 } : AREA);
    expect(placedNames([{ blocks: rows(2, 60) }], areaOf)).toEqual([['row 0 at 50'], ['row 1 at 10']]);
  });

  it('puts a block that is higher than a page on a page of its own', () => {
    expect(placedNames([{ blocks: [block('a', 5), block('giant', 500), block('b', 5)] }])).toEqual([
      ['a at 10'],
      ['giant at 10'],
      ['b at 10'],
    ]);
  });

  it('returns one page without sections', () => {
    expect(placedNames([])).toEqual([[]]);
  });
});
