export interface Space {
  readonly width: number;
  readonly height: number;
  /** Largest size of the text. */
  readonly max: number;
  readonly min?: number;
}

/** Breaks a text into lines, and finds the largest size at which it fits. */
export function fitted(
  text: string,
  space: Space,
): { readonly lines: string[]; readonly size: number; readonly width: number; readonly height: number };

/** Draws a text in the middle of a rectangle that begins at (x, y), as SVG. */
export function textIn(
  text: string,
  space: Space & { readonly x: number; readonly y: number; readonly color: string },
): string;
