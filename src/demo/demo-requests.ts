import { Injectable } from '@nestjs/common';
import { CatalogService } from '../catalog/catalog.service.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { DAY_MS } from '../platform/common/durations.js';
import { ApproveSectionRequest } from '../section-requests/admin/approve-section-request.js';
import { RejectSectionRequest } from '../section-requests/admin/reject-section-request.js';
import { RequestSection } from '../section-requests/request-section.js';
import { SimulatedClock } from './simulated-clock.js';

export interface DemoStaff {
  readonly shopper: AuthenticatedUser;
  readonly manager: AuthenticatedUser;
  readonly admin: AuthenticatedUser;
}

/** Creates section requests of the demo store, some decided and some pending. */
@Injectable()
export class DemoRequests {
  constructor(
    private readonly clock: SimulatedClock,
    private readonly catalog: CatalogService,
    private readonly requestSection: RequestSection,
    private readonly approve: ApproveSectionRequest,
    private readonly reject: RejectSectionRequest,
  ) {}

  async run({ shopper, manager, admin }: DemoStaff, now: number): Promise<void> {
    const idOf = async (slug: string): Promise<string> => (await this.catalog.section(slug)).id;
    const request = async (
      daysAgo: number,
      user: AuthenticatedUser,
      body: Parameters<RequestSection['run']>[1],
    ): Promise<string> => {
      this.clock.travelTo(now - daysAgo * DAY_MS);
      return (await this.requestSection.run(user, body)).id;
    };

    const pets = await request(21, shopper, {
      requestType: 'create',
      sectionName: 'Pet Care',
      reason: 'I buy dog food across the road every week.',
    });
    this.clock.travelTo(now - 20 * DAY_MS);
    await this.reject.run(admin, pets, {
      note: 'We have no dry storage to keep it apart from food. Perhaps next year.',
    });

    const sauces = await request(12, manager, {
      requestType: 'rename',
      sectionId: await idOf('pickles-sauces'),
      sectionName: 'Pickles, Chutneys & Sauces',
      reason: 'Shoppers ask where the chutneys are.',
    });
    this.clock.travelTo(now - 11 * DAY_MS);
    await this.approve.run(admin, sauces, { note: 'Good point.' });

    await request(3, shopper, {
      requestType: 'create',
      sectionName: 'Frozen Foods',
      reason: 'Peas and parathas for busy evenings.',
    });
    await request(1, manager, {
      requestType: 'delete',
      sectionId: await idOf('herbs-greens'),
      moveProductsTo: await idOf('vegetables'),
      reason: 'They lie beside the vegetables anyway, and shoppers look for them there.',
    });
    this.clock.travelTo(now);
  }
}
