import { Injectable } from '@nestjs/common';

/** Deletes a feature's expired files, or rows that a rule cannot describe. */
export interface RetentionTask {
  /** As the log names it: `mail.mails`. */
  readonly name: string;
  /**
   * Can run any number of times, in several processes at once, and can be stopped in the middle.
   *
   * @param now milliseconds since 1970
   * @returns number of deleted things
   */
  run(now: number): Promise<number>;
}

/** The tasks of all features. Each adds its own at start. */
@Injectable()
export class RetentionRegistry {
  private readonly added: RetentionTask[] = [];

  /** In the order in which they were added. */
  get tasks(): readonly RetentionTask[] {
    return this.added;
  }

  add(task: RetentionTask): void {
    this.added.push(task);
  }
}
