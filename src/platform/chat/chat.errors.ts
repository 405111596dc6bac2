import { UnrecoverableError } from 'bullmq';

/** Whoever was to receive it will never take it: to try again is useless, and the queue knows so by the error's kind. */
export class DeliveryRefused extends UnrecoverableError {
  constructor(reason: string) {
    super(reason);
    this.name = 'DeliveryRefused';
  }
}
