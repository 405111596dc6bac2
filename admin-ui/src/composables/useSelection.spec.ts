import { describe, expect, it } from 'vitest';
import { useSelection } from './useSelection';

interface Row {
  readonly id: string;
  readonly version: number;
}

const rowsOf = (...ids: string[]): Row[] => ids.map((id) => ({ id, version: 1 }));
const selectionOf = (max = 10) =>
  useSelection<Row>({ max, nameOf: ({ id }) => `Row ${id}`, matching: () => Promise.resolve([]) });

describe('useSelection', () => {
  it('keeps rows that are no longer shown, in the order of selection', () => {
    const selection = selectionOf();
    selection.add(rowsOf('b'));
    selection.update(rowsOf('x', 'y'));
    selection.add(rowsOf('a'));
    expect(selection.names).toEqual([
      { id: 'b', name: 'Row b' },
      { id: 'a', name: 'Row a' },
    ]);
    expect([selection.has('b'), selection.has('x'), selection.size]).toEqual([true, false, 2]);
  });

  it('has each row once, in its newest version', () => {
    const selection = selectionOf();
    selection.add(rowsOf('a', 'b'));
    selection.update([{ id: 'a', version: 2 }]);
    selection.add(rowsOf('b'));
    expect(selection.rows).toEqual([
      { id: 'a', version: 2 },
      { id: 'b', version: 1 },
    ]);
  });

  it('removes rows, and all of them', () => {
    const selection = selectionOf();
    selection.add(rowsOf('a', 'b', 'c'));
    selection.remove(['a', 'c', 'x']);
    expect(selection.rows).toEqual(rowsOf('b'));
    selection.clear();
    expect(selection.size).toBe(0);
  });

  it('takes as many rows as there is room for', () => {
    const selection = selectionOf(3);
    selection.add(rowsOf('a', 'b'));
    selection.add(rowsOf('c', 'd'));
    expect(selection.rows).toEqual(rowsOf('a', 'b', 'c'));
  });
});
