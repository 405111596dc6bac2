import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { DiskFullError } from '../common/files/atomic-write.js';
import { holds, writePdfFile, type Digest } from './pdf-file.js';

/** A PDF on disk. */
export interface PdfFile {
  /** Path in the data folder. */
  readonly path: string;
  /** File name for downloads and attachments. */
  readonly filename: string;
  readonly bytes: number;
}

/** What a PDF is made of, and where its digest is recorded. */
export interface PdfSource {
  readonly filename: string;
  /** Digest of the file when it was made; undefined if it has not been made. */
  readonly recorded: Digest | undefined;
  /** Prints the PDF, and ends the stream. */
  print(stream: Writable): Promise<void>;
  /** Runs after the file is written, so that no row refers to a missing file. A file that was made again updates its row. */
  record(digest: Digest): Promise<void>;
}

/** Keeps PDFs in a folder: makes each once, and again if its file is lost or damaged. */
export class PdfFolder {
  /** Files that this process is making, by ID. Concurrent callers share the promise. */
  private readonly pending = new Map<string, Promise<PdfFile>>();

  /**
   * @param folder path
   * @param unavailable creates the error for a file that can be neither read nor written
   */
  constructor(
    private readonly folder: string,
    private readonly unavailable: (cause: unknown) => Error,
  ) {}

  /**
   * Returns a file, and makes it if there is none that matches its digest. Repeated and concurrent calls, also in several processes,
   * result in one file.
   *
   * @param id names the file; a UUID
   * @param load reads the source
   * @throws the error for an unavailable file; errors of `load`
   */
  async ensure(id: string, load: () => Promise<PdfSource>): Promise<PdfFile> {
    const current = this.pending.get(id);
    if (current !== undefined) return current;
    const ensured = this.readOrMake(id, load).finally(() => this.pending.delete(id));
    this.pending.set(id, ensured);
    return ensured;
  }

  private async readOrMake(id: string, load: () => Promise<PdfSource>): Promise<PdfFile> {
    const path = join(this.folder, `${id}.pdf`);
    const source = await load();
    const { filename, recorded } = source;
    if (recorded !== undefined && (await this.withDiskErrors(holds(path, recorded))))
      return { path, filename, bytes: recorded.bytes };
    const digest = await this.withDiskErrors(writePdfFile(path, (stream) => source.print(stream)));
    await source.record(digest);
    return { path, filename, bytes: digest.bytes };
  }

  /** Translates file system errors; any other error is a bug. */
  private async withDiskErrors<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (error) {
      const isFileSystemError = typeof (error as NodeJS.ErrnoException).syscall === 'string';
      throw isFileSystemError || error instanceof DiskFullError ? this.unavailable(error) : error;
    }
  }
}
