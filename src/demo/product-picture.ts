import { createRequire } from 'node:module';
import sharp from 'sharp';

const SIDE = 960;
const ICON_SIDE = Math.round(SIDE * 0.58);
const ICON_OFFSET = (SIDE - ICON_SIDE) / 2;

interface IconSet {
  icons: Record<string, { body: string } | undefined>;
  width: number;
  height: number;
}

let iconSet: IconSet | undefined;

/** Loads the icon set on first use, since it is nine megabytes of JSON. */
function loadIcons(): IconSet {
  iconSet ??= createRequire(import.meta.url)('@iconify-json/fluent-emoji-flat/icons.json') as IconSet;
  return iconSet;
}

export function iconExists(icon: string): boolean {
  return Object.hasOwn(loadIcons().icons, icon);
}

/**
 * Renders a square PNG of a product of the demo store: the icon on a background in the section's tint.
 *
 * The icons are Microsoft's Fluent Emoji in the flat style (https://github.com/microsoft/fluentui-emoji), MIT license,
 * from the npm package @iconify-json/fluent-emoji-flat.
 */
export async function productPicture(icon: string, tint: string): Promise<Buffer> {
  return sharp(Buffer.from(pictureSvg(icon, tint)))
    .png({ compressionLevel: 1 })
    .toBuffer();
}

function pictureSvg(icon: string, tint: string): string {
  const { icons, width, height } = loadIcons();
  const body = iconExists(icon) ? icons[icon]?.body : undefined;
  if (body === undefined) throw new Error(`No icon "${icon}" in @iconify-json/fluent-emoji-flat`);
  if (!/^#[0-9a-f]{6}$/i.test(tint)) throw new Error(`"${tint}" is not a color of the form #rrggbb`);
  const center = SIDE / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">
  <defs>
    <radialGradient id="disc-light" cx="50%" cy="42%" r="62%">
      <stop offset="0" stop-color="#ffffff" stop-opacity="0.85"/>
      <stop offset="1" stop-color="#ffffff" stop-opacity="0.4"/>
    </radialGradient>
    <radialGradient id="disc-shadow">
      <stop offset="0" stop-color="#3b2f2f" stop-opacity="0.16"/>
      <stop offset="1" stop-color="#3b2f2f" stop-opacity="0"/>
    </radialGradient>
  </defs>
  <rect width="${SIDE}" height="${SIDE}" fill="${tint}"/>
  <circle cx="${center}" cy="${center}" r="400" fill="url(#disc-light)"/>
  <ellipse cx="${center}" cy="762" rx="230" ry="30" fill="url(#disc-shadow)"/>
  <svg x="${ICON_OFFSET}" y="${ICON_OFFSET}" width="${ICON_SIDE}" height="${ICON_SIDE}" viewBox="0 0 ${width} ${height}">
    ${body}
  </svg>
</svg>`;
}
