import { UnrecoverableError } from 'bullmq';

/** The recipient will never accept the message. A retry is pointless, which BullMQ recognizes by the error class. */
export class DeliveryRefused extends UnrecoverableError {
  constructor(reason: string) {
    super(reason);
    this.name = 'DeliveryRefused';
  }
}
