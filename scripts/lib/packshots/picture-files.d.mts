/** Folder of the pictures, which are committed. */
export declare const PICTURES: string;

/** Returns a mark of a drawing, which its file carries. */
export function markOf(svg: string): string;
