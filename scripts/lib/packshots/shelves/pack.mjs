import { accentOf } from '../art/brands.mjs';

/** Returns how a product is drawn in a pack: `draw` is the pack, which gets the color of the brand. */
export const pack = (draw, look) => (words) => draw(words, { accent: accentOf(words), ...look });

/** The same with a net weight that the name of the product does not have. */
export const weighing = (net, draw) => (words) => draw({ ...words, net });
