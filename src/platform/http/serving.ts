import { Injectable } from '@nestjs/common';

/**
 * Whether this process wants further requests. Once it does not, readiness says so, and each response closes its connection:
 * a load balancer sends the next request elsewhere. The requests that still come are served.
 */
@Injectable()
export class Serving {
  private hasEnded = false;

  /** True from the beginning of a shutdown. */
  get isEnding(): boolean {
    return this.hasEnded;
  }

  /** Begins to turn clients away. */
  end(): void {
    this.hasEnded = true;
  }
}
