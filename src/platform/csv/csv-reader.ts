/** A syntax error in a record. */
export type CsvFault = 'stray-quote' | 'unclosed-quote' | 'too-long';

/** A record of a CSV file. */
export interface CsvRecord {
  /** First line of the record, counted from 1. A quoted cell may span several lines. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: CsvFault;
}

/** Maximum length of a record in UTF-16 code units: far longer than any row that the store accepts. */
export const MAX_RECORD_LENGTH = 65_536;

type State = 'start' | 'plain' | 'quoted' | 'after-quote' | 'skipping';

const SPECIAL_IN_QUOTED = /["\r\n]/g;
const LINE_BREAK = /[\r\n]/g;

/**
 * Reads CSV (RFC 4180) in chunks, with the line breaks of any system. A malformed record is returned with its fault, and
 * reading continues with the next line.
 */
export class CsvReader {
  private readonly specialInPlain: RegExp;
  private state: State = 'start';
  private line = 1;
  private startLine = 1;
  private cells: string[] = [];
  private cell = '';
  private length = 0;
  private fault: CsvFault | undefined;
  private isAfterReturn = false;
  private records: CsvRecord[] = [];

  /** @param separator one character between two cells */
  constructor(private readonly separator = ',') {
    this.specialInPlain = new RegExp(`["\\r\\n${separator === '|' ? '\\|' : separator}]`, 'g');
  }

  /** Returns the records that end in this chunk. Blank lines are skipped. */
  push(chunk: string): CsvRecord[] {
    for (let offset = 0; offset < chunk.length;) offset = this.step(chunk, offset);
    return this.takeRecords();
  }

  /** Returns the last record if the file ends without a line break. */
  end(): CsvRecord[] {
    if (this.state === 'quoted') this.fault = 'unclosed-quote';
    if (this.state !== 'start' || this.cells.length > 0) this.endRecord();
    return this.takeRecords();
  }

  /** Consumes the text up to and including the next special character. Returns the offset behind it. */
  private step(chunk: string, offset: number): number {
    const special = this.nextSpecial(chunk, offset);
    if (special > offset) this.append(chunk.slice(offset, special));
    const character = chunk[special];
    if (character === undefined) return special;
    // The second half of a CRLF whose first half is already handled.
    const isSecondHalf = character === '\n' && this.isAfterReturn && special === offset;
    this.isAfterReturn = character === '\r';
    if (isSecondHalf) {
      if (this.state === 'quoted') this.cell += character;
    } else {
      this.handle(character);
    }
    return special + 1;
  }

  private nextSpecial(chunk: string, offset: number): number {
    if (this.state === 'start' || this.state === 'after-quote') return offset;
    const pattern =
      this.state === 'plain' ? this.specialInPlain : this.state === 'quoted' ? SPECIAL_IN_QUOTED : LINE_BREAK;
    pattern.lastIndex = offset;
    return pattern.exec(chunk)?.index ?? chunk.length;
  }

  private append(text: string): void {
    this.isAfterReturn = false;
    if (this.state === 'skipping') return;
    this.length += text.length;
    if (this.length > MAX_RECORD_LENGTH) this.fail('too-long');
    else this.cell += text;
  }

  private handle(character: string): void {
    const isBreak = character === '\r' || character === '\n';
    if (isBreak) this.line += 1;
    if (this.state === 'quoted') this.handleQuoted(character);
    else if (isBreak) this.endRecord();
    else if (this.state === 'skipping') return;
    else if (character === this.separator) this.handleSeparator();
    else if (character === '"') this.handleQuote();
    else if (this.state === 'start') {
      this.state = 'plain';
      this.append(character);
    } else this.fail('stray-quote');
  }

  private handleQuoted(character: string): void {
    if (character === '"') this.state = 'after-quote';
    else this.append(character);
    this.isAfterReturn = character === '\r';
  }

  private handleSeparator(): void {
    this.endCell();
    this.length += 1;
    if (this.length > MAX_RECORD_LENGTH) this.fail('too-long');
  }

  private handleQuote(): void {
    if (this.state === 'start') this.state = 'quoted';
    else if (this.state === 'after-quote') {
      this.state = 'quoted';
      this.append('"');
    } else this.fail('stray-quote');
  }

  private fail(fault: CsvFault): void {
    this.fault = fault;
    this.state = 'skipping';
  }

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
  }

  private endRecord(): void {
    const isEmptyQuoted = this.state === 'after-quote';
    this.endCell();
    const { cells, fault, startLine: line } = this;
    const isBlank = cells.length === 1 && cells[0] === '' && !isEmptyQuoted;
    if (fault !== undefined) this.records.push({ line, cells, fault });
    else if (!isBlank) this.records.push({ line, cells });
    this.cells = [];
    this.length = 0;
    this.fault = undefined;
    this.startLine = this.line;
  }

  private takeRecords(): CsvRecord[] {
    const { records } = this;
    this.records = [];
    return records;
  }
}
