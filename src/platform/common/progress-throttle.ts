/** Limits how often optional work is done, such as reporting progress. */
export class ProgressThrottle {
  private lastTime = performance.now();

  /** @param milliseconds minimum time between two occurrences */
  constructor(private readonly milliseconds: number) {}

  /** Returns true if the work is due. It is first due one interval after the object was created. */
  isDue(): boolean {
    const now = performance.now();
    if (now - this.lastTime < this.milliseconds) return false;
    this.lastTime = now;
    return true;
  }
}
