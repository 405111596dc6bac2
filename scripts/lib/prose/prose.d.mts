export declare function proseErrors(): string[];
export declare function errorsIn(text: string): string[];
