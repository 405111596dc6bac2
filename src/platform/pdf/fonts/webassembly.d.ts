/** The used part of WebAssembly, whose types are otherwise those of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, (...values: number[]) => unknown>>>>,
  ) => { readonly exports: object };
};
