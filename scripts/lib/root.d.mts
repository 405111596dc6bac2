export declare const ROOT: string;
export declare const inRoot: (...parts: readonly string[]) => string;
