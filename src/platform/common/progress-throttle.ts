/** Something that is worth doing now and then, however often there is an occasion: telling how far one has come. */
export class ProgressThrottle {
  private last = performance.now();

  /** @param milliseconds how long to wait at least between two times */
  constructor(private readonly milliseconds: number) {}

  /** Whether it is time again. It is not at once, but first after one such while. */
  isDue(): boolean {
    const now = performance.now();
    if (now - this.last < this.milliseconds) return false;
    this.last = now;
    return true;
  }
}
