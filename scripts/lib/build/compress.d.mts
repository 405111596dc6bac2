/** Writes each text file of a folder as `.br` and `.gz` beside it. */
export function compressTexts(folder: string): Promise<void>;
