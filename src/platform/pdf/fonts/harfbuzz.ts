import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Call = (...values: number[]) => number;

/** Functions that a module of HarfBuzz exports: those of its C API, with pointers and numbers. */
export interface HarfBuzz {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: Call };
  readonly malloc: Call;
  readonly free: Call;
  readonly _initialize?: () => void;
  readonly __wasm_call_ctors?: () => void;
  readonly [name: `hb_${string}`]: Call;
}

/** HB_MEMORY_MODE_DUPLICATE: the library keeps a copy of what it is given. */
const COPY = 0;
const PAGE_BYTES = 65_536;

const resolver = createRequire(import.meta.url);

/** Loads a module of HarfBuzz. It is compiled synchronously: a document that needs it waits for it anyway. */
export function loadHarfBuzz(file: 'harfbuzz' | 'harfbuzz-subset'): HarfBuzz {
  const module = new WebAssembly.Module(readFileSync(resolver.resolve(`harfbuzzjs/dist/${file}.wasm`)));
  const abort = (): never => {
    throw new Error('HarfBuzz gave up');
  };
  const instance = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: { proc_exit: abort },
    env: {
      _abort_js: abort,
      _setitimer_js: () => 0,
      _emscripten_runtime_keepalive_clear: () => undefined,
      emscripten_resize_heap: (bytes: number) => growTo(library, bytes),
    },
  });
  const library = instance.exports as unknown as HarfBuzz;
  (library._initialize ?? library.__wasm_call_ctors)?.();
  return library;
}

/** Opens a font file in a module. Returns the face, which the caller destroys. */
export function openFace(library: HarfBuzz, file: Uint8Array): number {
  const copy = library.malloc(file.length);
  new Uint8Array(library.memory.buffer).set(file, copy);
  const blob = call(library, 'hb_blob_create', copy, file.length, COPY, 0, 0);
  library.free(copy);
  const face = call(library, 'hb_face_create', blob, 0);
  call(library, 'hb_blob_destroy', blob);
  return face;
}

/** Calls a function of the C API. */
export function call(library: HarfBuzz, name: `hb_${string}`, ...values: number[]): number {
  const target = library[name];
  if (target === undefined) throw new Error(`HarfBuzz lacks ${name}`);
  return target(...values);
}

/** Returns a tag of four letters as a number, such as the name of an axis. */
export function tagOf(name: string): number {
  return Buffer.from(name, 'latin1').readInt32BE();
}

function growTo({ memory }: HarfBuzz, bytes: number): number {
  try {
    memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / PAGE_BYTES));
    return 1;
  } catch {
    return 0;
  }
}
