/** Returns a color between two, as #rrggbb. */
export function mixed(from, to, share) {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((color) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** Shades tend to a warm brown, so that nothing looks gray. */
export const darker = (color, share) => mixed(color, '#2a1608', share);

/** Returns a color that is nearer to white. */
export const lighter = (color, share) => mixed(color, '#ffffff', share);

/** Returns how light a color is, from 0 to 1. */
export function lightness(color) {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return 0.299 * r + 0.587 * g + 0.114 * b;
}
