/** Writes each text of a folder once more beside it as `.br` and `.gz`. */
export function compressTexts(folder: string): Promise<void>;
