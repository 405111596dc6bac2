import { faint, inside, line, rect, roundedBox, shape, short, solid } from '../art/canvas.mjs';
import { darker, lighter, mixed } from '../art/color.mjs';
import { paperOf, printed } from '../art/label.mjs';
import { times } from '../produce/groups.mjs';

/*
 * Packs of film, paper and cloth. Each takes the words of its label, and its look: `color` of the pack, `accent` of what
 * stands out, `art` for the picture.
 */

const sheen = (d, path) => inside(d, faint(line(path, '#ffffff', 16), 0.28));

/** The zigzag edge of a seal. */
const zigzag = (from, to, y, depth) => {
  const count = 16;
  const step = (to - from) / count;
  return times(
    count,
    (i) => `L${short(from + (i + 0.5) * step)} ${y + depth}L${short(from + (i + 1) * step)} ${y}`,
  );
};

/** A pouch that stands. */
export function pouch(words, { color, accent, art, panel = paperOf(color) }) {
  const d = 'M106 50H374L378 118Q394 280 386 420Q240 448 94 420Q86 280 102 118Z';
  return [
    solid(d, color, { shift: 14 }),
    inside(
      d,
      shape('M90 40H390V88H90Z', darker(color, 0.16)) +
        line('M100 68H380', lighter(color, 0.3), 3, 'stroke-dasharray="10 9"'),
    ),
    inside(d, line('M94 404Q240 436 386 404', darker(color, 0.22), 4)),
    sheen(d, 'M118 104Q104 270 112 402'),
    printed({ x: 126, y: 98, width: 228, height: 308 }, words, { paper: color, accent, art, panel }),
  ].join('');
}

/** A bag full of air, as of chips. */
export function pillow(words, { color, accent, art, panel = paperOf(color) }) {
  const d = `M108 44${zigzag(108, 372, 44, -9)}L368 84Q392 240 368 404L372 440${zigzag(372, 108, 440, 9)}L112 404Q88 240 112 84Z`;
  return [
    solid(d, color, { shift: 16 }),
    inside(d, rect(80, 30, 320, 44, darker(color, 0.15)) + rect(80, 412, 320, 44, darker(color, 0.15))),
    line('M112 56H368M112 66H368M112 424H368M112 434H368', darker(color, 0.3), 2),
    sheen(d, 'M120 96Q106 240 120 396'),
    inside(d, faint(line('M352 100Q330 130 346 160M350 330Q330 350 348 390', darker(color, 0.5), 8), 0.3)),
    printed({ x: 124, y: 88, width: 232, height: 312 }, words, {
      paper: color,
      accent,
      art,
      panel,
      artShare: 0.5,
    }),
  ].join('');
}

/** A small, flat bag with zigzag edges. */
export function sachet(words, { color, accent, art, panel = paperOf(color) }) {
  const d = `M136 72${zigzag(136, 344, 72, -8)}V424${zigzag(344, 136, 424, 8)}Z`;
  return [
    solid(d, color, { shift: 8 }),
    inside(d, rect(120, 60, 240, 34, darker(color, 0.15)) + rect(120, 402, 240, 34, darker(color, 0.15))),
    line('M140 82H340M140 412H340', lighter(color, 0.3), 2.5, 'stroke-dasharray="7 7"'),
    sheen(d, 'M150 108V396'),
    printed({ x: 150, y: 102, width: 180, height: 292 }, words, { paper: color, accent, art, panel }),
  ].join('');
}

/** A large paper sack with a stitched top, as of flour. */
export function sack(words, { color, accent, art, panel = paperOf(color) }) {
  const d = 'M84 44Q240 30 396 44L404 130Q416 280 404 424Q240 446 76 424Q64 280 76 130Z';
  return [
    solid(d, color, { shift: 16 }),
    inside(d, rect(60, 20, 360, 60, mixed(color, '#e8dcc0', 0.5))),
    line('M86 66Q240 52 394 66', accent, 5, 'stroke-dasharray="14 9"'),
    line('M84 82Q240 68 396 82', darker(color, 0.25), 3),
    inside(d, faint(line('M92 110Q80 260 92 410', '#ffffff', 14), 0.3)),
    inside(
      d,
      faint(
        line('M100 96L132 130M380 96L352 128M96 410L124 380M384 410L360 384', darker(color, 0.5), 6),
        0.3,
      ),
    ),
    printed({ x: 102, y: 92, width: 276, height: 318 }, words, { paper: color, accent, art, panel }),
  ].join('');
}

/** A cloth bag with handles and a zip. */
export function clothBag(words, { color, accent, art, panel }) {
  const d = 'M84 110H396L408 420Q240 444 72 420Z';
  return [
    line('M170 120C170 20 310 20 310 120', darker(accent, 0.1), 16),
    solid(d, color, { shift: 14 }),
    inside(d, rect(60, 104, 360, 30, accent)),
    line('M90 120H390', lighter(accent, 0.55), 4, 'stroke-dasharray="6 6"'),
    rect(350, 112, 30, 16, '#d9b65a', 5),
    inside(
      d,
      faint(
        line(
          times(10, (i) => `M70 ${150 + i * 28}H410`),
          darker(color, 0.3),
          1.5,
        ),
        0.5,
      ),
    ),
    printed({ x: 100, y: 146, width: 280, height: 266 }, words, { paper: color, accent, art, panel }),
  ].join('');
}

/** A soft pouch of milk, lying against nothing: white with waves. */
export function milkPouch(words, { color, art }) {
  const d = 'M100 60Q240 48 380 60Q398 90 400 240Q402 380 384 424Q240 440 96 424Q78 380 80 240Q82 90 100 60Z';
  return [
    solid(d, '#f8faf8', { shift: 14, dark: 0.1 }),
    inside(
      d,
      shape('M60 330C140 280 200 380 290 330C350 300 390 320 430 350V460H60Z', color) +
        shape('M60 370C150 330 220 420 310 370C360 346 400 360 430 380V460H60Z', darker(color, 0.14)) +
        rect(60, 40, 360, 46, color),
    ),
    line('M96 96Q240 84 384 96M92 412Q240 426 388 412', '#d5dfe4', 4),
    sheen(d, 'M108 110Q96 240 106 400'),
    printed({ x: 110, y: 104, width: 260, height: 304 }, words, {
      paper: '#f8faf8',
      accent: darker(color, 0.34),
      art,
    }),
  ].join('');
}

/** A clear bag that shows what is in it, closed with a band; for bread. */
export function clearBag(contents, words, { accent, paper = '#fffaf0', y = 306 }) {
  return [
    shape('M186 72Q240 20 294 72L280 96H200Z', '#ffffff', 'opacity="0.55"'),
    shape(
      'M56 140Q110 88 196 88H284Q370 88 424 140Q444 280 424 420Q240 444 56 420Q36 280 56 140Z',
      '#ffffff',
      'opacity="0.42"',
    ),
    contents,
    rect(190, 78, 100, 18, accent, 8),
    faint(line('M76 160Q60 280 74 400M404 150Q422 260 410 330', '#ffffff', 9), 0.6),
    shape(roundedBox(96, y, 288, 112, 14), paper),
    rect(96, y + 12, 8, 88, accent, 4),
    printed({ x: 114, y: y + 6, width: 252, height: 100 }, words, { paper, accent }),
  ].join('');
}

/** A bag of cotton with a cord. */
export function drawstringBag(words, { color, accent, art }) {
  const d = 'M120 140Q240 120 360 140Q420 260 392 420Q240 446 88 420Q60 260 120 140Z';
  return [
    shape(
      'M120 140Q110 90 150 60Q170 84 196 62Q220 84 240 62Q262 84 286 62Q310 84 330 60Q370 90 360 140Z',
      lighter(color, 0.3),
    ),
    solid(d, color, { shift: 16 }),
    line('M116 138Q240 158 364 138', accent, 10),
    line('M330 146Q350 200 336 230M340 144Q376 190 366 216', accent, 6),
    printed({ x: 116, y: 170, width: 248, height: 240 }, words, { paper: color, accent, art }),
  ].join('');
}
