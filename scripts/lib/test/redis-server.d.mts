export const QUEUE: Readonly<Record<string, string>>;
export const CACHE: Readonly<Record<string, string>>;
export function startRedis(
  program: string,
  options: { port: number; folder: string; settings: Readonly<Record<string, string>> },
): Promise<{ readonly url: string; readonly pid: number; stop(): Promise<void> }>;
