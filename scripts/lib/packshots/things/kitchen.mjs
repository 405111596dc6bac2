import { circle, ellipse, leaf, line, place, solid } from '../art/canvas.mjs';
import { darker } from '../art/color.mjs';
import { times } from '../produce/groups.mjs';

/* Dishes and what goes into them, for labels. */

/** A crocus with the red threads of saffron. */
export const crocus = [
  line('M240 470V300', '#7fae62', 16),
  leaf(240, 460, 250, 20, -34, '#6a9a4c'),
  leaf(240, 460, 250, 20, 34, '#6a9a4c'),
  ...[-52, 52, -26, 26, 0].map((turn, i) => leaf(240, 330, 280, 76, turn, i < 2 ? '#8a6ab8' : '#a284cc')),
  line('M236 250C210 180 180 150 160 130M240 250V110M244 250C270 180 300 150 320 130', '#d9481f', 13),
].join('');

/** A bowl of food; with rice it is a biryani. */
export const meal = (color, isRice = false) =>
  [
    line('M180 90q-20 -30 0 -60M240 80q-20 -30 0 -60M300 90q-20 -30 0 -60', '#c9b8a4', 10),
    ellipse(240, 230, 200, isRice ? 100 : 60, color),
    isRice
      ? times(34, (i) =>
          place(ellipse(0, 0, 20, 6, ['#fdf6df', '#f2c94a', '#fbe9b4'][i % 3]), {
            x: 80 + ((i * 67) % 320),
            y: 150 + ((i * 41) % 84),
            turn: i * 47,
          }),
        ) +
        leaf(220, 200, 80, 22, 40, '#5f9a45') +
        leaf(250, 200, 70, 20, -30, '#4f8f3c')
      : circle(170, 224, 22, '#8fae4e') +
        circle(300, 236, 26, '#d9482f') +
        leaf(250, 240, 70, 18, 60, '#4f8f3c') +
        ellipse(220, 250, 20, 8, '#f3dc9a'),
    solid('M36 230Q240 300 444 230C444 340 380 420 310 430H170C100 420 36 340 36 230Z', '#b9763a', {
      shift: 16,
    }),
    line('M60 270Q240 330 420 270', darker('#b9763a', 0.25), 6),
  ].join('');

/** A dark block with a shine, as of tamarind. */
export const tamarindPods = [
  [-10, 170],
  [14, 300],
]
  .map(([turn, y]) =>
    place(
      solid(
        'M-190 20C-190 -40 -130 -60 -90 -40C-50 -70 0 -70 30 -44C80 -70 150 -60 190 -10C180 40 120 40 90 24C50 50 0 50 -30 26C-70 60 -150 70 -190 20Z',
        '#9a6035',
        { shift: 14 },
      ) + line('M-150 0q40 -20 60 0M-20 0q40 -20 60 0', '#c48f5c', 8),
      { x: 240, y, turn },
    ),
  )
  .join('');
