import { Injectable } from '@nestjs/common';

/** Something of one feature that is taken away when its time is over. */
export interface RetentionTask {
  /** As the log names it: `auth.sessions`. */
  readonly name: string;
  /**
   * Takes away what is over. It can be run any number of times, by several processes at once, and be ended in the middle.
   *
   * @param now milliseconds since 1970
   * @returns how much has gone
   */
  run(now: number): Promise<number>;
}

/** What all features have to clean up: each adds its own steps when the program starts. */
@Injectable()
export class RetentionRegistry {
  private readonly added: RetentionTask[] = [];

  /** In the order in which they were added. */
  get steps(): readonly RetentionTask[] {
    return this.added;
  }

  add(step: RetentionTask): void {
    this.added.push(step);
  }
}
