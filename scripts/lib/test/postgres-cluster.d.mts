export function startCluster(
  programs: string,
  options?: { isDurable?: boolean },
): Promise<{ readonly url: string; stop(): Promise<void> }>;
export function freePort(): Promise<number>;
