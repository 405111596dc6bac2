import { Injectable } from '@nestjs/common';
import { CatalogService } from '../catalog/catalog.service.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { ApproveSectionRequest } from '../section-requests/admin/approve-section-request.js';
import { RejectSectionRequest } from '../section-requests/admin/reject-section-request.js';
import { RequestSection } from '../section-requests/request-section.js';
import { SimulatedClock } from './simulated-clock.js';

export interface DemoStaff {
  readonly shopper: AuthenticatedUser;
  readonly manager: AuthenticatedUser;
  readonly admin: AuthenticatedUser;
}

const DAY = 24 * 60 * 60 * 1000;

/** Section requests of the demo store: decided ones, and some that wait for the admin. */
@Injectable()
export class DemoRequests {
  constructor(
    private readonly clock: SimulatedClock,
    private readonly catalog: CatalogService,
    private readonly askForSection: RequestSection,
    private readonly approve: ApproveSectionRequest,
    private readonly reject: RejectSectionRequest,
  ) {}

  async run({ shopper, manager, admin }: DemoStaff, now: number): Promise<void> {
    const idOf = async (slug: string): Promise<string> => (await this.catalog.section(slug)).id;
    const ask = async (
      daysAgo: number,
      who: AuthenticatedUser,
      body: Parameters<RequestSection['run']>[1],
    ): Promise<string> => {
      this.clock.travelTo(now - daysAgo * DAY);
      return (await this.askForSection.run(who, body)).id;
    };

    const pets = await ask(21, shopper, {
      requestType: 'create',
      sectionName: 'Pet Care',
      reason: 'I buy dog food across the road every week.',
    });
    this.clock.travelTo(now - 20 * DAY);
    await this.reject.run(admin, pets, {
      note: 'We have no dry storage to keep it apart from food. Perhaps next year.',
    });

    const sauces = await ask(12, manager, {
      requestType: 'rename',
      sectionId: await idOf('pickles-sauces'),
      sectionName: 'Pickles, Chutneys & Sauces',
      reason: 'Shoppers ask where the chutneys are.',
    });
    this.clock.travelTo(now - 11 * DAY);
    await this.approve.run(admin, sauces, { note: 'Good point.' });

    await ask(3, shopper, {
      requestType: 'create',
      sectionName: 'Frozen Foods',
      reason: 'Peas and parathas for busy evenings.',
    });
    await ask(1, manager, {
      requestType: 'delete',
      sectionId: await idOf('herbs-greens'),
      moveProductsTo: await idOf('vegetables'),
      reason: 'They lie beside the vegetables anyway, and shoppers look for them there.',
    });
    this.clock.travelTo(now);
  }
}
