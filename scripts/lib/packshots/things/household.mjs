import { ball, circle, ellipse, faint, line, place, rect, shape, solid } from '../art/canvas.mjs';
import { darker, lighter } from '../art/color.mjs';
import { times } from '../produce/groups.mjs';

/* Things for the house and the bathroom. */

/** A soft broom of grass, bound to a short handle. */
export const broom = [
  rect(218, 14, 44, 150, '#d9483a', 14),
  rect(226, 22, 9, 134, lighter('#d9483a', 0.4), 4),
  line('M240 6v16', '#8f2a20', 12),
  solid('M212 150H268L284 226H196Z', '#e8b53a', { shift: 8 }),
  line('M206 172H274M203 190H277M200 208H280', '#8f2a20', 6),
  solid(
    'M196 222H284C330 280 396 350 420 440Q380 428 360 452Q330 432 304 460Q272 438 240 464Q208 438 176 460Q150 432 120 452Q100 428 60 440C84 350 150 280 196 222Z',
    '#c9b06a',
    { shift: 16 },
  ),
  line(
    times(17, (i) => `M${200 + i * 5} 230Q${150 + i * 11.2} 330 ${76 + i * 20.5} ${426 + (i % 3) * 10}`),
    '#94803f',
    4,
  ),
  line(
    times(12, (i) => `M${204 + i * 6.6} 232Q${170 + i * 12.6} 300 ${130 + i * 20} ${366 + (i % 2) * 20}`),
    '#e3d08f',
    4,
  ),
].join('');

export const mop = [
  line('M240 24V250', '#b9c3c9', 20),
  line('M235 24V250', '#e6ecef', 5),
  line('M240 22v34', '#3f7f9a', 24),
  solid('M180 240H300Q312 240 312 254V280H168V254Q168 240 180 240Z', '#3f7f9a', { shift: 8 }),
  ...Array.from({ length: 15 }, (_, i) => {
    const x = 174 + i * 9.4;
    const end = 96 + i * 20.6;
    return line(
      `M${x} 276C${x} 330 ${end} 340 ${end} ${424 + (i % 3) * 9}`,
      i % 2 === 0 ? '#f3eee0' : '#dcd4bf',
      19,
    );
  }),
].join('');

/** A sponge with a rough side. */
export const sponge = (color, scourer) =>
  shape('M60 220L120 170H440L380 220Z', lighter(color, 0.3)) +
  shape('M380 220L440 170V300L380 360Z', darker(color, 0.18)) +
  rect(60, 220, 320, 140, color) +
  rect(60, 316, 320, 44, scourer) +
  shape('M380 316L440 266V300L380 360Z', darker(scourer, 0.2)) +
  times(12, (i) => ellipse(90 + ((i * 71) % 270), 240 + ((i * 29) % 60), 9, 6, darker(color, 0.16)));

/** Two rolls of paper towel. */
export const rolls = [
  solid('M60 130Q60 100 150 100Q240 100 240 130V410Q240 436 150 436Q60 436 60 410Z', '#f4f1e8', {
    shift: 14,
    dark: 0.12,
  }),
  ellipse(150, 128, 90, 30, '#fffdf6'),
  ellipse(150, 128, 28, 10, '#b98f5a'),
  solid('M240 130Q240 100 330 100Q420 100 420 130V410Q420 436 330 436Q240 436 240 410Z', '#f4f1e8', {
    shift: 14,
    dark: 0.12,
  }),
  ellipse(330, 128, 90, 30, '#fffdf6'),
  ellipse(330, 128, 28, 10, '#b98f5a'),
  faint(
    line(
      times(
        7,
        (i) => `M66 ${180 + i * 36}q20 10 40 0t40 0t40 0t40 0M246 ${180 + i * 36}q20 10 40 0t40 0t40 0t40 0`,
      ),
      '#9fc0d4',
      3.5,
    ),
    0.8,
  ),
].join('');

/** A roll of bags. */
export const bagRoll = (color) =>
  solid('M70 130H370Q400 190 400 250Q400 320 370 380H70Z', color, { shift: 18 }) +
  ellipse(76, 255, 44, 126, lighter(color, 0.2)) +
  ellipse(76, 255, 30, 88, color) +
  ellipse(76, 255, 14, 42, darker(color, 0.4)) +
  shape('M340 378L452 410L440 300L396 300Z', lighter(color, 0.12));

export const foilSheet =
  shape('M60 330L420 330L446 436Q240 420 34 436Z', '#d3d9dd') +
  shape('M60 330H420L426 356H54Z', '#f2f5f6') +
  line('M120 340L100 424M240 340V418M350 340L372 424', '#b3bcc2', 5);

/** A bar of soap. */
export const soapBar = (color) =>
  solid('M70 200Q90 120 240 120Q390 120 410 200L424 290Q424 370 240 374Q56 370 56 290Z', color, {
    shift: 18,
  }) +
  shape('M96 206Q110 148 240 148Q370 148 384 206Q390 276 240 280Q90 276 96 206Z', lighter(color, 0.16)) +
  line('M120 196Q140 166 200 162', lighter(color, 0.6), 12);

export const candle =
  rect(214, 120, 52, 320, '#f6f1e2') +
  rect(250, 120, 16, 320, '#ddd4bd') +
  ellipse(240, 120, 26, 9, '#fffdf4') +
  line('M240 118V96', '#4a3a2a', 6) +
  shape('M240 30C266 70 268 96 240 104C212 96 214 70 240 30Z', '#f6a623') +
  shape('M240 62C252 80 252 94 240 98C228 94 228 80 240 62Z', '#fde08a');

export const matchstick =
  rect(228, 120, 24, 330, '#e6c48a') +
  rect(244, 120, 8, 330, '#c9a262') +
  ellipse(240, 108, 24, 34, '#b3312f') +
  ellipse(232, 98, 7, 12, '#e07a6a');

export const incense = [-16, -8, 0, 8, 16]
  .map((turn) =>
    place(line('M0 0V-130', '#d9a648', 7) + line('M0 -130V-400', '#5f3a26', 11), { x: 240, y: 450, turn }),
  )
  .join('');

/** A battery, upright. */
export const battery = (color) =>
  rect(206, 40, 68, 24, '#c9a24a', 6) +
  rect(176, 60, 128, 370, color, 16) +
  rect(176, 60, 128, 112, '#c9a24a', 16) +
  rect(176, 150, 128, 24, '#c9a24a') +
  faint(rect(270, 60, 34, 370, '#2a1608', 16), 0.25) +
  line('M192 84V410', '#ffffff', 8, 'opacity="0.4"') +
  line('M240 210v44M218 232h44', '#ffffff', 10);

export const bulb = [
  circle(240, 180, 132, '#fff3c4'),
  solid(
    'M240 48C320 48 376 108 376 184C376 250 324 278 312 340H168C156 278 104 250 104 184C104 108 160 48 240 48Z',
    '#fff6d6',
    { shift: 20, dark: 0.1 },
  ),
  ellipse(178, 134, 26, 50, '#ffffff', 28),
  rect(168, 326, 144, 56, '#e9edef', 8),
  line('M172 344H308M172 364H308', '#bcc6cb', 5),
  rect(188, 382, 104, 52, '#c3cbd0', 6),
  line('M176 398h14M290 398h14', '#8f9aa0', 14),
  rect(214, 434, 52, 12, '#5f6a70', 4),
].join('');

/** A toothbrush, upright. */
export const toothbrush = (handle, bristles) =>
  solid(
    'M214 30H266Q274 30 272 44L262 150C270 220 270 330 276 420Q276 448 240 448Q204 448 204 420C210 330 210 220 218 150L208 44Q206 30 214 30Z',
    handle,
    { shift: 10 },
  ) +
  times(5, (i) => rect(262, 40 + i * 21, 50, 16, i % 2 === 0 ? bristles : lighter(bristles, 0.25), 3)) +
  line('M226 300V410', lighter(handle, 0.4), 7);

export const razor = [
  solid('M90 60H390Q404 60 402 76L392 130Q240 150 88 130L78 76Q76 60 90 60Z', '#dfe6ea', { shift: 10 }),
  rect(100, 76, 280, 9, '#8f9aa0', 4),
  rect(100, 98, 280, 9, '#8f9aa0', 4),
  rect(100, 118, 280, 8, '#7fc0a4', 4),
  solid('M216 138H264L276 440Q276 456 240 456Q204 456 204 440Z', '#3f7f9a', { shift: 8 }),
  line('M222 250H258M221 280H259M220 310H260M219 340H261', '#a9d3e2', 7),
].join('');

/** A pad in its wrap. */
export const pad = (color) =>
  solid(
    'M140 60Q240 20 340 60Q360 150 340 190L410 220V280L340 300Q360 350 340 430Q240 470 140 430Q120 350 140 300L70 280V220L140 190Q120 150 140 60Z',
    '#fdfbf6',
    { shift: 10, dark: 0.1 },
  ) + line('M186 110Q240 84 294 110Q304 240 294 380Q240 406 186 380Q176 240 186 110Z', color, 8);

export const cottonBall = [
  [150, 300, 100],
  [330, 300, 100],
  [240, 210, 120],
  [240, 330, 110],
]
  .map(([x, y, r]) => ball(x, y, r, '#fbfaf6', { shine: 0.6 }))
  .join('');
