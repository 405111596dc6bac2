import { Injectable } from '@nestjs/common';
import { CreateSectionBody } from '../../catalog/admin/sections/admin-sections.dto.js';
import { SectionWriter } from '../../catalog/admin/sections/section-writer.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { validate } from '../../platform/http/validation/field-errors.js';
import { NO_FAULTS, type FaultSummary } from '../faults/fault-summary.js';
import { SectionNames } from '../products/product-lookup.js';
import { CheckAgain } from './check-again.js';

/** Creates the sections that a checked file names and the store does not have. */
@Injectable()
export class CreateMissingSections {
  constructor(
    private readonly sections: SectionWriter,
    private readonly checkAgain: CheckAgain,
  ) {}

  /**
   * Creates all of them or none, and queues another check of the file.
   *
   * @throws request.invalid if a name is not one that a section can have; the errors of {@link CheckAgain}
   */
  async run(user: AuthenticatedUser, id: string): Promise<void> {
    await this.checkAgain.run(user, id, undefined, async (tx, { faults }) => {
      const { missingSections } = faults === null ? NO_FAULTS : (JSON.parse(faults) as FaultSummary);
      for (const { name } of missingSections) {
        // Another person may have created it, or an earlier name of this file means the same.
        const existing = await SectionNames.read(tx);
        if (existing.find(name) !== undefined) continue;
        await this.sections.create(tx, user, validate(CreateSectionBody, { name }, 'section'));
      }
    });
  }
}
