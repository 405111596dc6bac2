/** Returns the index that a key moves to. Arrow keys wrap around. */
export function indexAfter(index: number, key: string, length: number): number {
  if (length === 0) return -1;
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const step = key === 'ArrowDown' ? 1 : -1;
  return (index + step + length) % length;
}
