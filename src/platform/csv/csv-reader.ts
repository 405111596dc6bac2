/** What is wrong with how a record is written, whatever it says. */
export type CsvFault = 'stray-quote' | 'unclosed-quote' | 'too-long';

/** A record of a CSV file. */
export interface CsvRecord {
  /** The line on which it begins, from 1. A quoted cell may go over several. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: CsvFault;
}

/** Longer by far than any row that the store could take, in UTF-16 code units. */
export const MAX_RECORD_LENGTH = 65_536;

type State = 'start' | 'plain' | 'quoted' | 'after-quote' | 'skipping';

const IN_PLAIN = /[",\r\n]/g;
const IN_QUOTED = /["\r\n]/g;
const BREAK = /[\r\n]/g;

/**
 * Reads CSV as RFC 4180 has it from texts that come in pieces, with line breaks of any system. A record that is badly
 * written is told as such, and reading goes on with the next line.
 */
export class CsvReader {
  private state: State = 'start';
  private line = 1;
  private startLine = 1;
  private cells: string[] = [];
  private cell = '';
  private length = 0;
  private fault: CsvFault | undefined;
  private afterReturn = false;
  private done: CsvRecord[] = [];

  /** The records that end in this piece. Lines with nothing on them are none. */
  push(piece: string): CsvRecord[] {
    for (let at = 0; at < piece.length;) at = this.step(piece, at);
    return this.taken();
  }

  /** The record that the end of the file ends, if there is one. */
  end(): CsvRecord[] {
    if (this.state === 'quoted') this.fault = 'unclosed-quote';
    if (this.state !== 'start' || this.cells.length > 0) this.endRecord();
    return this.taken();
  }

  /** Takes what is there as far as the next character that means something, and that one. Gives where it stopped. */
  private step(piece: string, at: number): number {
    const special = this.nextSpecial(piece, at);
    if (special > at) this.take(piece.slice(at, special));
    const character = piece[special];
    if (character === undefined) return special;
    // The second half of a line break whose first half has been dealt with.
    const isSecondHalf = character === '\n' && this.afterReturn && special === at;
    this.afterReturn = character === '\r';
    if (isSecondHalf) {
      if (this.state === 'quoted') this.cell += character;
    } else {
      this.meet(character);
    }
    return special + 1;
  }

  private nextSpecial(piece: string, at: number): number {
    if (this.state === 'start' || this.state === 'after-quote') return at;
    const pattern = this.state === 'plain' ? IN_PLAIN : this.state === 'quoted' ? IN_QUOTED : BREAK;
    pattern.lastIndex = at;
    return pattern.exec(piece)?.index ?? piece.length;
  }

  private take(text: string): void {
    this.afterReturn = false;
    if (this.state === 'skipping') return;
    this.length += text.length;
    if (this.length > MAX_RECORD_LENGTH) this.spoil('too-long');
    else this.cell += text;
  }

  private meet(character: string): void {
    const isBreak = character === '\r' || character === '\n';
    if (isBreak) this.line += 1;
    if (this.state === 'quoted') this.meetInQuotes(character);
    else if (isBreak) this.endRecord();
    else if (this.state === 'skipping') return;
    else if (character === ',') this.meetComma();
    else if (character === '"') this.meetQuote();
    else if (this.state === 'start') {
      this.state = 'plain';
      this.take(character);
    } else this.spoil('stray-quote');
  }

  private meetInQuotes(character: string): void {
    if (character === '"') this.state = 'after-quote';
    else this.take(character);
    this.afterReturn = character === '\r';
  }

  private meetComma(): void {
    this.endCell();
    this.length += 1;
    if (this.length > MAX_RECORD_LENGTH) this.spoil('too-long');
  }

  private meetQuote(): void {
    if (this.state === 'start') this.state = 'quoted';
    else if (this.state === 'after-quote') {
      this.state = 'quoted';
      this.take('"');
    } else this.spoil('stray-quote');
  }

  private spoil(fault: CsvFault): void {
    this.fault = fault;
    this.state = 'skipping';
  }

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
  }

  private endRecord(): void {
    const isQuotedNothing = this.state === 'after-quote';
    this.endCell();
    const { cells, fault, startLine: line } = this;
    const isBlank = cells.length === 1 && cells[0] === '' && !isQuotedNothing;
    if (fault !== undefined) this.done.push({ line, cells, fault });
    else if (!isBlank) this.done.push({ line, cells });
    this.cells = [];
    this.length = 0;
    this.fault = undefined;
    this.startLine = this.line;
  }

  private taken(): CsvRecord[] {
    const { done } = this;
    this.done = [];
    return done;
  }
}
