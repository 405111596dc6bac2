export function findPostgres(): string | undefined;
export function findRedis(): string | undefined;
export function findChromium(): string | undefined;
export const allEnginesRequired: boolean;
