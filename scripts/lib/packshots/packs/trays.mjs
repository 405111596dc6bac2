import { faint, inside, line, rect, roundedBox, shape, solid } from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { printed } from '../art/label.mjs';

/* Trays and crates. */

/** A tray with goods in it, and a label on its front. */
export function printedTray(words, contents, { accent, color, paper = '#fffaf0' }) {
  return [
    shape('M44 254H436L416 224H64Z', darker(color, 0.34)),
    inside('M0 0H480V330H0Z', `<g transform="translate(24 -8) scale(0.9)">${contents}</g>`),
    solid('M30 286H450L424 418Q420 434 404 434H76Q60 434 56 418Z', color, { shift: 8 }),
    shape(roundedBox(22, 272, 436, 26, 10), lighter(color, 0.22)),
    shape(roundedBox(84, 300, 312, 122, 10), paper),
    rect(84, 310, 8, 102, accent, 4),
    printed({ x: 102, y: 304, width: 284, height: 114 }, words, { paper, accent }),
  ].join('');
}

/** A crate of wood with goods in straw. */
export function crate(contents, words) {
  const wood = '#cf9f5f';
  const plank = (y) =>
    solid(roundedBox(28, y, 424, 58, 5), wood, { shift: 5 }) +
    line(`M50 ${y + 20}h150M250 ${y + 36}h160M90 ${y + 44}h70`, darker(wood, 0.2), 3);
  return [
    rect(44, 226, 392, 60, darker(wood, 0.5)),
    contents,
    faint(line('M60 286q30 -30 60 -6t70 -8t60 6t70 -8t60 4t50 2', '#e8cf8a', 14), 0.95),
    plank(288),
    plank(352),
    rect(40, 282, 34, 138, darker(wood, 0.14), 4),
    rect(406, 282, 34, 138, darker(wood, 0.14), 4),
    shape(roundedBox(116, 300, 248, 100, 8), '#fffaf0'),
    printed({ x: 128, y: 306, width: 224, height: 88 }, words, { paper: '#fffaf0', accent: '#a8541a' }),
  ].join('');
}
