import { Injectable } from '@nestjs/common';
import type { ExportSource } from './export-source.js';

/** Every kind of export that there is. Each module registers its own when it starts. */
@Injectable()
export class ExportRegistry {
  private readonly sources = new Map<string, ExportSource>();

  register(source: ExportSource): void {
    if (this.sources.has(source.kind)) throw new Error(`There are two exports named ${source.kind}.`);
    this.sources.set(source.kind, source);
  }

  find(kind: string): ExportSource | undefined {
    return this.sources.get(kind);
  }

  /** @throws Error where nobody has registered the kind */
  of(kind: string): ExportSource {
    const source = this.find(kind);
    if (source === undefined) throw new Error(`Nothing knows how to export ${kind}.`);
    return source;
  }
}
