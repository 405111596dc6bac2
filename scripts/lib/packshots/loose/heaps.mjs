import {
  ellipse,
  faded,
  faint,
  inside,
  line,
  place,
  randomOf,
  rect,
  shape,
  short,
  solid,
} from '../art/canvas.mjs';
import { accentOf } from '../art/brands.mjs';
import { darker, lighter } from '../art/color.mjs';
import { tag } from '../art/label.mjs';
import { times } from '../produce/groups.mjs';

/* Loose goods: heaps in bowls and sacks, with a tag. */

/** Grains are larger than life, so that they differ visibly on a small picture. */
const GRAIN_SCALE = 1.3;

/**
 * A heap of one or several kinds of grains, from the back to the front.
 *
 * @param {readonly string[]} grains drawings around (0, 0)
 * @param {{ base: number, height: number, width: number, step: number, ground: string, seed?: number }} form half the
 *   width, the distance of the grains, and the color between them
 */
export function heap(grains, { base, height, width, step: distance, ground, seed = 7 }) {
  const random = randomOf(seed);
  const step = distance * GRAIN_SCALE;
  const pieces = [];
  for (let y = base - height + step * 0.4; y < base + 26; y += step * 0.62) {
    const rise = Math.min(1, Math.max(0, (base - y) / height));
    const half = width * (1 - rise ** 1.5) - step * 0.3;
    for (let x = -half; x <= half; x += step) {
      const grain = grains[Math.floor(random() * grains.length)];
      const turn = Math.round(random() * 360);
      pieces.push(
        place(grain, {
          x: 240 + x + (random() - 0.5) * step * 0.7,
          y: y + (random() - 0.5) * step * 0.4,
          turn,
          scale: GRAIN_SCALE,
        }),
      );
    }
  }
  return moundOf({ base, height: height * 0.88, width }, ground) + pieces.join('');
}

const moundOf = ({ base, height, width }, color) => shape(moundOutline({ base, height, width }), color);

const moundOutline = ({ base, height, width }) =>
  `M${short(240 - width)} ${base}C${short(240 - width * 0.62)} ${base} ${short(240 - width * 0.4)} ${short(base - height)} 240 ${short(base - height)}C${short(240 + width * 0.4)} ${short(base - height)} ${short(240 + width * 0.62)} ${base} ${short(240 + width)} ${base}V${base + 30}H${short(240 - width)}Z`;

/** A heap of powder or flour. */
export function powder(color, { base, height, width }) {
  const outline = moundOutline({ base, height, width });
  return (
    solid(outline, color, { shift: 22, dark: 0.14 }) +
    inside(
      outline,
      line(
        `M150 ${base - height * 0.2}q40 -22 70 -60M200 ${base - height * 0.1}q40 -10 70 -50M300 ${base - height * 0.3}q30 20 60 26`,
        lighter(color, 0.35),
        7,
      ) +
        times(16, (i) =>
          ellipse(
            120 + ((i * 83) % 250),
            base - ((i * 37) % Math.round(height * 0.8)),
            3,
            2.4,
            darker(color, 0.18),
          ),
        ),
    )
  );
}

export const BOWLS = {
  brass: '#d6a23c',
  steel: '#bcc4ca',
  clay: '#b9653d',
  wood: '#9c6a3a',
  white: '#f3efe6',
  blue: '#4a7da8',
  green: '#5f8f6a',
  copper: '#c3754a',
};

/** Space for the heap of a bowl. */
const BOWL_HEAP = { base: 246, height: 132, width: 178 };
const SACK_HEAP = { base: 196, height: 112, width: 148 };

/** What a bowl holds: grains, or a powder. */
const contentsOf = ({ grains, step = 24, ground, dust, seed }, form) =>
  dust === undefined ? heap(grains, { ...form, step, ground, seed }) : powder(dust, form);

/**
 * A bowl with a heap, and a tag with the name.
 *
 * @param {{ name: string, brand?: string }} words
 * @param {{ grains?: readonly string[], step?: number, ground?: string, dust?: string, seed?: number, bowl?: string }} goods
 */
export function bowlOf(words, goods) {
  const color = goods.bowl ?? BOWLS.brass;
  const front = 'M44 244Q240 318 436 244C436 340 372 412 312 424H168C108 412 44 340 44 244Z';
  return [
    ellipse(240, 244, 196, 44, darker(color, 0.42)),
    inside('M0 0H480V244H436Q240 330 44 244H0Z', contentsOf(goods, BOWL_HEAP)),
    faded(front, [lighter(color, 0.22), color, darker(color, 0.28)], true),
    line('M44 246Q240 320 436 246', lighter(color, 0.45), 8),
    faint(line('M84 312Q112 372 164 402', '#ffffff', 10), 0.45),
    rect(166, 418, 148, 14, darker(color, 0.3), 6),
    tag(words, { middle: 362, accent: accentOf(words, darker(goods.ground ?? goods.dust, 0.1)) }),
  ].join('');
}

/** An open jute sack with a heap, and a tag with the name. */
export function sackOf(words, goods) {
  const jute = goods.sack ?? '#c9a56a';
  const outline = 'M86 206C76 280 58 350 74 416Q80 434 104 436H376Q400 434 406 416C422 350 404 280 394 206Z';
  return [
    ellipse(240, 204, 156, 34, darker(jute, 0.45)),
    contentsOf(goods, SACK_HEAP),
    solid(outline, jute, { shift: 14 }),
    inside(
      outline,
      faint(
        line(
          times(18, (i) => `M50 ${214 + i * 13}H430`) + times(28, (i) => `M${56 + i * 14} 200V440`),
          darker(jute, 0.28),
          1.6,
        ),
        0.55,
      ),
    ),
    shape('M74 196Q240 250 406 196Q416 214 402 230Q240 284 78 230Q64 214 74 196Z', lighter(jute, 0.14)),
    line('M78 230Q240 284 402 230', darker(jute, 0.25), 4),
    tag(words, { middle: 350, accent: accentOf(words) }),
  ].join('');
}

/** A heap on the ground, for labels. */
export const heapArt = (grains, step, ground) =>
  heap(grains, { base: 396, height: 300, width: 236, step, ground });

/** A heap of powder, for labels. */
export const powderArt = (color) => powder(color, { base: 400, height: 270, width: 236 });
