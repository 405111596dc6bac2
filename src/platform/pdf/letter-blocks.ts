import type { Block } from './page-layout.js';
import { ACCENT, INK, MUTED, type PdfCanvas, type Style } from './pdf-canvas.js';
import { LEFT, WIDTH } from './pdf-document.js';

/* The parts that letters such as invoices have in common. */

const HEADING: Style = { font: 'bold', size: 22, colour: ACCENT };
const TITLE: Style = { font: 'regular', size: 22, colour: MUTED };
const TOTAL: Style = { font: 'bold', size: 15, colour: INK };

export const LABEL: Style = { font: 'bold', size: 8, colour: MUTED };
export const TEXT: Style = { font: 'regular', size: 9.5, colour: INK };
export const STRONG: Style = { font: 'bold', size: 9.5, colour: INK };
export const SMALL: Style = { font: 'regular', size: 8, colour: MUTED };

export type StyledText = readonly [text: string, style: Style];

/** A label with its value, such as a number or a date. */
export type Fact = readonly [label: string, value: string];

/** Returns the head: the sender at the left, the title at the right. @param titleWidth in points */
export function masthead(canvas: PdfCanvas, sender: string, title: string, titleWidth: number): Block {
  const lines = canvas.lines(sender, WIDTH - titleWidth, HEADING);
  const titleLine = canvas.singleLine(title, titleWidth, TITLE);
  return {
    height: canvas.heightOf(lines.length, HEADING) + 28,
    draw: (target, top) => {
      target.write(lines, { left: LEFT, top, width: WIDTH - titleWidth }, HEADING);
      const right = { left: LEFT + WIDTH - titleWidth, top, width: titleWidth, align: 'right' } as const;
      target.write(titleLine, right, TITLE);
    },
  };
}

/** Returns texts at the left, such as an address, and facts at the right. */
export function addressAndFacts(
  canvas: PdfCanvas,
  texts: readonly StyledText[],
  facts: readonly Fact[],
): Block {
  const left = stackedTexts(canvas, WIDTH * 0.5, texts);
  const factHeight = canvas.heightOf(1, LABEL) + canvas.heightOf(1, STRONG) + 6;
  const column = { left: LEFT + WIDTH * 0.65, width: WIDTH * 0.35, align: 'right' } as const;
  const right = facts.map(([label, value]) => ({
    label: canvas.singleLine(label, column.width, LABEL),
    value: canvas.singleLine(value, column.width, STRONG),
  }));
  return {
    height: Math.max(left.height, facts.length * factHeight) + 26,
    draw: (target, top) => {
      left.draw(target, top);
      for (const [i, { label, value }] of right.entries()) {
        target.write(label, { ...column, top: top + i * factHeight }, LABEL);
        const valueTop = top + i * factHeight + target.heightOf(1, LABEL);
        target.write(value, { ...column, top: valueTop }, STRONG);
      }
    },
  };
}

/** Returns a total, aligned with the amounts above and underlined. */
export function totalBlock(canvas: PdfCanvas, label: string, amount: string): Block {
  const width = WIDTH * 0.5;
  const left = LEFT + WIDTH - width;
  const [marginTop, marginBottom] = [12, 30];
  const height = canvas.heightOf(1, TOTAL);
  const labelLine = canvas.singleLine(label, width, STRONG);
  const sum = canvas.singleLine(amount, width, TOTAL);
  return {
    height: marginTop + height + marginBottom,
    draw: (target, top) => {
      const labelTop = top + marginTop + (height - target.heightOf(1, STRONG)) / 2;
      target.write(labelLine, { left, top: labelTop, width }, STRONG);
      target.write(sum, { left, top: top + marginTop, width, align: 'right' }, TOTAL);
      target.rule(left, top + marginTop + height + 8, width, { colour: INK, weight: 0.8 });
    },
  };
}

/** Stacks texts at the left, each wrapped to the width. */
export function stackedTexts(canvas: PdfCanvas, width: number, texts: readonly StyledText[]): Block {
  const wrapped = texts.map(([text, style]) => ({ lines: canvas.lines(text, width, style), style }));
  const heightOf = ({ lines, style }: (typeof wrapped)[number]): number =>
    canvas.heightOf(lines.length, style);
  return {
    height: wrapped.reduce((height, block) => height + heightOf(block), 0),
    draw: (target, top) => {
      let nextTop = top;
      for (const block of wrapped) {
        target.write(block.lines, { left: LEFT, top: nextTop, width }, block.style);
        nextTop += heightOf(block);
      }
    },
  };
}
