/** How the cells of a field are read. A blank cell of a clearable field clears it; other blank cells change nothing. */
export type CellType =
  | 'text'
  | 'clearable-text'
  | 'clearable-list'
  | 'clearable-date'
  | 'unit'
  | 'number'
  | 'clearable-number'
  | 'money'
  | 'minor-units'
  | 'flag';
