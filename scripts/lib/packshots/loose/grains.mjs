import { ellipse, line, place, shape } from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';

/*
 * Grains, pulses and seeds, one of each, around (0, 0). A heap repeats them.
 */

const shiny = (rx, ry, color) =>
  ellipse(0, 0, rx, ry, darker(color, 0.26)) +
  ellipse(-rx * 0.06, -ry * 0.12, rx * 0.93, ry * 0.86, color) +
  ellipse(-rx * 0.3, -ry * 0.4, rx * 0.3, ry * 0.2, lighter(color, 0.45));

/** A grain of rice. */
export const rice = (length, width, color) =>
  shape(
    `M${-length} 0Q${-length * 0.5} ${-width * 1.3} 0 ${-width}Q${length * 0.7} ${-width} ${length} 0Q${length * 0.6} ${width} 0 ${width}Q${-length * 0.6} ${width} ${-length} 0Z`,
    color,
    `stroke="${darker(color, 0.22)}" stroke-width="1.5"`,
  ) + line(`M${-length * 0.6} ${-width * 0.2}H${length * 0.4}`, lighter(color, 0.5), width * 0.35);

/** A grain of rice with a streak of bran. */
export const redRice = (color) => rice(22, 9, color) + line('M-12 2H12', lighter(color, 0.45), 3.4);

/** A grain that was pressed flat. */
export const flake = (rx, ry, color) =>
  shape(
    `M${-rx} 2C${-rx} ${-ry} ${-rx * 0.3} ${-ry * 1.1} ${rx * 0.3} ${-ry}C${rx} ${-ry * 0.8} ${rx * 1.1} ${ry * 0.2} ${rx * 0.7} ${ry * 0.8}C${rx * 0.1} ${ry * 1.2} ${-rx * 0.8} ${ry} ${-rx} 2Z`,
    color,
    `stroke="${darker(color, 0.2)}" stroke-width="2"`,
  ) + line(`M${-rx * 0.6} 0Q0 ${-ry * 0.5} ${rx * 0.6} ${ry * 0.1}`, darker(color, 0.13), 2);

/** A whole round or oval grain. */
export const pearl = (rx, ry, color) => shiny(rx, ry, color);

/** A pulse that was split: its flat side is paler. */
export const split = (rx, ry, color) =>
  ellipse(0, 0, rx, ry, darker(color, 0.26)) +
  ellipse(-1, -2, rx * 0.94, ry * 0.88, color) +
  ellipse(1, 1, rx * 0.62, ry * 0.5, lighter(color, 0.26));

/** A split pulse that still has half of its skin. */
export const splitWithSkin = (rx, ry, color, skin) =>
  ellipse(0, 2, rx, ry, skin) + ellipse(-1, -2, rx * 0.86, ry * 0.74, color);

/** A whole pulse with the scar of its stalk. */
export const pulse = (rx, ry, color, scar) =>
  shiny(rx, ry, color) + ellipse(rx * 0.2, ry * 0.42, rx * 0.3, ry * 0.16, scar);

/** A chickpea with its beak. */
export const chickpea = (r, color) =>
  shape(
    `M${-r} 0C${-r} ${-r} ${-r * 0.2} ${-r} ${r * 0.3} ${-r * 0.84}L${r * 0.98} ${-r * 0.72}Q${r * 1.08} ${-r * 0.3} ${r} ${r * 0.1}C${r * 0.9} ${r} ${-r} ${r * 1.1} ${-r} 0Z`,
    color,
    `stroke="${darker(color, 0.28)}" stroke-width="2.5"`,
  ) +
  line(`M${-r * 0.1} ${-r * 0.7}Q${r * 0.5} ${-r * 0.1} ${r * 0.1} ${r * 0.7}`, darker(color, 0.2), 3) +
  ellipse(-r * 0.5, -r * 0.3, r * 0.2, r * 0.26, lighter(color, 0.4), 20);

/** A kidney bean; marks lie on it. */
export const kidney = (size, color, marks = '') =>
  place(
    shape(
      'M-30 -4C-30 -24 -8 -24 2 -22C22 -22 34 -10 32 6C30 22 14 22 8 12C2 6 -6 6 -12 12C-22 20 -30 10 -30 -4Z',
      color,
      `stroke="${darker(color, 0.3)}" stroke-width="2.5"`,
    ) +
      marks +
      line('M-20 -12Q-6 -17 8 -15', lighter(color, 0.45), 4),
    { scale: size / 30 },
  );

export const speckles = line('M-18 -2l6 5M-4 -8l7 3M12 -8l5 6M20 6l4 4M-22 2l2 6M4 -2l5 3', '#8c2b3d', 3.4);

export const blackEye = ellipse(-2, 8, 9, 6, '#1d1816') + ellipse(-2, 9, 3, 2, '#f4e7cf');

/** A seed with ridges, as of cumin or fennel. */
export const ridged = (length, width, color) =>
  shape(
    `M${-length} 0Q${-length * 0.3} ${-width * 1.5} ${length} ${-width * 0.2}L${length * 1.16} 0L${length} ${width * 0.3}Q${-length * 0.3} ${width * 1.5} ${-length} 0Z`,
    color,
    `stroke="${darker(color, 0.26)}" stroke-width="2"`,
  ) + line(`M${-length * 0.7} 0H${length * 0.8}`, lighter(color, 0.3), 2.6);

/** A round seed with ridges, as of coriander. */
export const ribbed = (r, color) =>
  shiny(r, r * 0.94, color) +
  line(
    `M${-r * 0.7} ${-r * 0.5}Q0 0 ${-r * 0.7} ${r * 0.5}M0 ${-r * 0.9}V${r * 0.9}M${r * 0.6} ${-r * 0.6}Q0 0 ${r * 0.6} ${r * 0.6}`,
    darker(color, 0.24),
    1.8,
  );

export const peppercorn =
  shiny(15, 14, '#3a302b') + line('M-8 -6q6 4 4 10M2 -10q-2 8 6 10M-2 4q6 0 8 6', '#6a5a50', 2.4);

/** A piece of maize for popping. */
export const kernel =
  shape(
    'M0 -18C16 -18 22 -6 18 8C14 20 -14 20 -18 8C-22 -6 -16 -18 0 -18Z',
    '#eeb32e',
    'stroke="#b97e14" stroke-width="2.5"',
  ) +
  ellipse(0, 12, 8, 5, '#fbeecb') +
  ellipse(-6, -8, 5, 3, '#fbdc7e');

/** A lump of soya. */
export const chunk = (color) =>
  shape(
    'M-24 4C-28 -12 -12 -24 2 -20C18 -24 30 -8 24 6C24 20 4 22 -6 18C-16 22 -24 14 -24 4Z',
    color,
    `stroke="${darker(color, 0.25)}" stroke-width="2.5"`,
  ) + line('M-12 -4q6 -8 14 -4M2 8q8 2 12 -6', darker(color, 0.18), 3);

/** A broken, sharp-edged grain. */
export const grit = (size, color) =>
  shape(
    `M${-size} ${size * 0.3}L${-size * 0.4} ${-size * 0.8}L${size * 0.7} ${-size * 0.5}L${size} ${size * 0.4}L${size * 0.1} ${size * 0.8}Z`,
    color,
    `stroke="${darker(color, 0.24)}" stroke-width="1.6"`,
  );

/** Short strands. */
export const strand = (length, color) =>
  line(`M${-length} 4Q0 -8 ${length} 2`, darker(color, 0.28), 8) +
  line(`M${-length} 3Q0 -9 ${length} 1`, color, 5);

/** A crystal of salt or sugar. */
export const crystal = (size, color) =>
  shape(
    `M${-size} 0L0 ${-size * 0.9}L${size} 0L0 ${size * 0.9}Z`,
    color,
    `stroke="${darker(color, 0.14)}" stroke-width="1.5"`,
  ) + shape(`M${-size} 0L0 ${-size * 0.9}L0 ${size * 0.2}Z`, lighter(color, 0.6));
