import { Injectable } from '@nestjs/common';
import type { ExportSource } from './export-source.js';

/** Registry of all export types. Each module registers its own at startup. */
@Injectable()
export class ExportRegistry {
  private readonly sources = new Map<string, ExportSource>();

  register(source: ExportSource): void {
    if (this.sources.has(source.kind)) throw new Error(`Export type ${source.kind} is already registered.`);
    this.sources.set(source.kind, source);
  }

  find(kind: string): ExportSource | undefined {
    return this.sources.get(kind);
  }

  /** @throws Error if the type is not registered */
  of(kind: string): ExportSource {
    const source = this.find(kind);
    if (source === undefined) throw new Error(`No export registered for type ${kind}.`);
    return source;
  }
}
