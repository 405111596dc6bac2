import { ellipse, faint, inside, line, rect, roundedBox, shape, short, solid } from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { paperOf, printed } from '../art/label.mjs';

/* Jars, bottles and cans. Each takes the words of its label, and its look. */

/** Lines of light on glass. */
const gleam = (d, x, top, bottom) => inside(d, faint(line(`M${x} ${top}V${bottom}`, '#ffffff', 12), 0.5));

/**
 * A jar with a lid; `filling` is the color of what is in it, `pieces` lie in it.
 */
export function jar(words, { filling, pieces = '', lid, paper = '#fffaf0', accent, art, artShare = 0.54 }) {
  const d = 'M128 112Q92 128 92 168V396Q92 432 128 432H352Q388 432 388 396V168Q388 128 352 112Z';
  return [
    shape(d, '#f4fbf8', 'opacity="0.8"'),
    inside(d, rect(80, 150, 320, 300, filling) + rect(80, 150, 320, 12, lighter(filling, 0.25)) + pieces),
    inside(d, faint(shape('M346 90H420V450H346Z', darker(filling, 0.5)), 0.28)),
    gleam(d, 112, 134, 420),
    rect(92, 182, 296, 226, paper),
    rect(92, 182, 296, 8, accent),
    rect(92, 400, 296, 8, accent),
    printed({ x: 106, y: 194, width: 268, height: 202 }, words, { paper, accent, art, artShare }),
    inside(d, faint(shape('M352 182H388V408H352Z', '#2a1608'), 0.1)),
    solid(roundedBox(118, 54, 244, 62, 12), lid, { shift: 8 }),
    line('M150 64V106M182 64V106M214 64V106M246 64V106M278 64V106M310 64V106', darker(lid, 0.16), 4),
  ].join('');
}

/** The outline of a bottle from its measures. */
function bottleOutline({ bodyWidth, neckWidth, neckTop, shoulder, bodyTop, bottom = 436 }) {
  const [b, n] = [bodyWidth / 2, neckWidth / 2];
  return `M${240 - n} ${neckTop}V${shoulder}C${240 - n} ${short(shoulder + 26)} ${240 - b} ${short(bodyTop - 30)} ${240 - b} ${bodyTop}V${bottom - 24}Q${240 - b} ${bottom} ${240 - b + 24} ${bottom}H${240 + b - 24}Q${240 + b} ${bottom} ${240 + b} ${bottom - 24}V${bodyTop}C${240 + b} ${short(bodyTop - 30)} ${240 + n} ${short(shoulder + 26)} ${240 + n} ${shoulder}V${neckTop}Z`;
}

/** Measures of bottles, by kind. */
const BOTTLES = {
  oil: { bodyWidth: 240, neckWidth: 80, neckTop: 66, shoulder: 78, bodyTop: 152, label: [188, 228] },
  tall: { bodyWidth: 210, neckWidth: 60, neckTop: 62, shoulder: 104, bodyTop: 190, label: [214, 204] },
  soda: { bodyWidth: 200, neckWidth: 58, neckTop: 58, shoulder: 92, bodyTop: 180, label: [202, 212] },
  sauce: { bodyWidth: 214, neckWidth: 70, neckTop: 66, shoulder: 94, bodyTop: 174, label: [200, 216] },
  milk: { bodyWidth: 226, neckWidth: 120, neckTop: 64, shoulder: 100, bodyTop: 190, label: [212, 204] },
  small: { bodyWidth: 230, neckWidth: 76, neckTop: 112, shoulder: 124, bodyTop: 184, label: [204, 214] },
  flask: { bodyWidth: 244, neckWidth: 90, neckTop: 94, shoulder: 104, bodyTop: 164, label: [180, 238] },
};

const CAPS = {
  screw: (top, width, color) =>
    solid(roundedBox(240 - width / 2 - 8, top - 30, width + 16, 42, 7), color, { shift: 5 }) +
    line(
      `M${240 - width / 4} ${top - 22}V${top + 6}M240 ${top - 22}V${top + 6}M${240 + width / 4} ${top - 22}V${top + 6}`,
      darker(color, 0.18),
      3.5,
    ),
  crown: (top, width, color) =>
    solid(
      `M${240 - width / 2 - 8} ${top + 10}L${240 - width / 2 - 2} ${top - 16}Q240 ${top - 28} ${240 + width / 2 + 2} ${top - 16}L${240 + width / 2 + 8} ${top + 10}Z`,
      color,
      { shift: 5 },
    ),
  foil: (top, width, color) =>
    solid(
      `M${240 - width / 2 - 10} ${top + 26}L${240 - width / 2 - 4} ${top - 14}Q240 ${top - 30} ${240 + width / 2 + 4} ${top - 14}L${240 + width / 2 + 10} ${top + 26}Z`,
      color,
      { shift: 6 },
    ),
  flip: (top, width, color) =>
    solid(roundedBox(240 - width / 2 - 14, top - 44, width + 28, 58, 10), color, { shift: 6 }) +
    line(`M${240 - width / 2 - 14} ${top - 16}H${240 + width / 2 + 14}`, darker(color, 0.25), 3.5),
  pump: (top, width, color) =>
    line(`M240 ${top}V${top - 40}`, darker(color, 0.2), 16) +
    line(`M236 ${top - 44}H314Q328 ${top - 44} 330 ${top - 26}`, color, 20) +
    solid(roundedBox(240 - width / 2 - 10, top - 18, width + 20, 34, 7), color, { shift: 5 }),
  trigger: (top, width, color) =>
    solid(
      `M${240 - width / 2 - 4} ${top + 10}V${top - 20}L196 ${top - 34}H150V${top - 62}Q230 ${top - 84} 300 ${top - 60}V${top - 20}L${240 + width / 2 + 4} ${top - 6}V${top + 10}Z`,
      color,
      { shift: 6 },
    ) +
    rect(138, top - 60, 16, 22, darker(color, 0.35), 4) +
    line(`M196 ${top - 30}Q180 ${top} 190 ${top + 28}`, darker(color, 0.35), 13),
  dropper: (top, width, color) =>
    rect(226, top - 80, 28, 52, darker(color, 0.2), 13) +
    solid(roundedBox(240 - width / 2 - 6, top - 34, width + 12, 44, 6), color, { shift: 5 }),
};

/**
 * A bottle of glass or plastic.
 *
 * @param {object} look `kind` of BOTTLES, `cap` of CAPS and its color, color of the `liquid`, which is that of the plastic if
 *   it is `opaque`
 */
export function bottle(words, look) {
  const {
    kind = 'oil',
    cap = 'screw',
    capColor,
    liquid,
    opaque = false,
    paper = '#fffaf0',
    accent,
    art,
    artShare = 0.5,
  } = look;
  const measures = BOTTLES[kind];
  const d = bottleOutline(measures);
  const [labelTop, labelHeight] = measures.label;
  const left = 240 - measures.bodyWidth / 2;
  const { bodyWidth, bodyTop, neckTop } = measures;
  return [
    opaque
      ? solid(d, liquid, { shift: 14 })
      : shape(d, '#eff8f4', 'opacity="0.85"') +
        inside(
          d,
          rect(60, neckTop + 26, 360, 400, liquid) +
            faint(rect(240 + bodyWidth / 2 - 34, neckTop, 60, 400, darker(liquid, 0.6)), 0.24),
        ),
    gleam(d, left + 20, bodyTop - 4, 426),
    rect(left, labelTop, bodyWidth, labelHeight, paper),
    rect(left, labelTop, bodyWidth, 7, accent),
    rect(left, labelTop + labelHeight - 7, bodyWidth, 7, accent),
    printed({ x: left + 10, y: labelTop + 10, width: bodyWidth - 20, height: labelHeight - 20 }, words, {
      paper,
      accent,
      art,
      artShare,
    }),
    inside(d, faint(rect(240 + bodyWidth / 2 - 22, bodyTop, 40, 300, '#2a1608'), 0.1)),
    CAPS[cap](neckTop, measures.neckWidth, capColor ?? accent),
  ].join('');
}

/** A tin with rims. */
export function can(words, { color, accent, art, panel = paperOf(color), metal = '#c3c9cd' }) {
  const d = 'M96 92V404Q240 452 384 404V92Z';
  return [
    solid('M92 84V412Q240 462 388 412V84Z', metal, { shift: 12 }),
    inside(d, rect(90, 104, 300, 330, color) + faint(rect(340, 90, 60, 360, '#2a1608'), 0.16)),
    ellipse(240, 84, 148, 34, darker(metal, 0.18)),
    ellipse(240, 80, 146, 31, lighter(metal, 0.35)),
    ellipse(240, 80, 124, 23, metal),
    line('M92 106Q240 152 388 106', lighter(metal, 0.4), 6),
    line('M92 408Q240 456 388 408', darker(metal, 0.14), 6),
    inside(d, faint(line('M112 120V410', '#ffffff', 10), 0.32)),
    printed({ x: 116, y: 142, width: 248, height: 258 }, words, { paper: color, accent, art, panel }),
  ].join('');
}

/** A cup with a foil lid, as of curd. */
export function tub(words, { color = '#f7f5ee', lid, accent, art }) {
  const d = 'M84 150H396L364 414Q362 432 344 432H136Q118 432 116 414Z';
  return [
    solid(d, color, { shift: 14, dark: 0.13 }),
    inside(d, faint(line('M112 170L138 416', '#ffffff', 14), 0.5)),
    shape('M68 132Q240 104 412 132L416 152Q240 176 64 152Z', darker(lid, 0.14)),
    ellipse(240, 134, 174, 27, lid),
    ellipse(240, 130, 150, 19, lighter(lid, 0.28)),
    printed({ x: 118, y: 172, width: 244, height: 250 }, words, {
      paper: color,
      accent,
      art,
      artShare: 0.5,
    }),
  ].join('');
}

/** A low, wide tub. */
export function lowTub(words, { color = '#f7f5ee', lid, accent }) {
  const d = 'M52 250H428L402 408Q398 424 382 424H98Q82 424 78 408Z';
  return [
    solid(d, color, { shift: 12, dark: 0.13 }),
    solid('M40 214Q240 176 440 214V246Q240 272 40 246Z', lid, { shift: 6 }),
    ellipse(240, 212, 200, 34, lighter(lid, 0.24)),
    printed({ x: 96, y: 268, width: 288, height: 144 }, words, { paper: color, accent }),
  ].join('');
}

/** A canister of five liters with a handle. */
export function canister(words, { liquid, accent, paper = '#fffaf0', art, tap = false }) {
  const d =
    'M120 150L196 112H300L372 150Q396 160 396 190V408Q396 434 370 434H110Q84 434 84 408V190Q84 160 120 150Z';
  return [
    line('M146 150C140 70 214 66 228 84H262C300 60 356 80 340 150', darker(liquid, 0.12), 24),
    shape(d, '#f2f8f6', 'opacity="0.9"'),
    inside(d, rect(70, 140, 340, 310, liquid) + faint(rect(346, 100, 70, 340, darker(liquid, 0.6)), 0.22)),
    line('M100 186H380', lighter(liquid, 0.35), 4),
    solid(roundedBox(208, 62, 76, 52, 8), accent, { shift: 6 }),
    faint(line('M104 180V420', '#ffffff', 12), 0.5),
    rect(84, 204, 312, 186, paper),
    rect(84, 204, 312, 8, accent),
    rect(84, 382, 312, 8, accent),
    printed({ x: 100, y: 216, width: 280, height: 164 }, words, { paper, accent, art, artShare: 0.42 }),
    tap
      ? rect(214, 396, 52, 24, accent, 7) +
        rect(226, 412, 28, 32, darker(accent, 0.2), 5) +
        rect(200, 388, 80, 12, darker(accent, 0.3), 5)
      : '',
  ].join('');
}

/** A tube that stands on its cap. */
export function tube(words, { color, accent, art, cap = accent }) {
  const d = 'M116 46H364L340 372H140Z';
  return [
    solid(d, color, { shift: 12 }),
    inside(
      d,
      rect(100, 40, 280, 28, darker(color, 0.14)) +
        line('M120 54H360', lighter(color, 0.4), 3, 'stroke-dasharray="5 8"'),
    ),
    inside(d, faint(line('M146 80L164 366', '#ffffff', 14), 0.4)),
    solid(roundedBox(148, 368, 184, 66, 10), cap, { shift: 8 }),
    line('M176 378V426M208 378V426M240 378V426M272 378V426M304 378V426', darker(cap, 0.16), 4),
    printed({ x: 150, y: 78, width: 180, height: 280 }, words, { paper: color, accent, art, artShare: 0.36 }),
  ].join('');
}
