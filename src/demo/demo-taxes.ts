import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { DAY_MS } from '../platform/common/durations.js';
import { toIsoDate } from '../platform/common/iso-time.js';
import { SettingsService } from '../settings/settings.service.js';
import { TaxClasses } from '../taxes/tax-classes.service.js';
import { DEMO_TAX_CLASSES } from './catalog/demo-taxes.js';

/** First day of the Indian GST. */
const GST_BEGIN = '2017-07-01';
/** Days since a rate has changed. */
const CHANGED_DAYS_AGO = 21;

/** Creates the tax classes of a demo store in India, and registers the store for the tax. */
@Injectable()
export class DemoTaxes {
  constructor(
    private readonly classes: TaxClasses,
    private readonly settings: SettingsService,
  ) {}

  /** @returns the IDs of the classes by their codes */
  async create(admin: Actor, today: number): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    const days = [GST_BEGIN, toIsoDate(today - CHANGED_DAYS_AGO * DAY_MS)];
    for (const [code, { name, percents }] of Object.entries(DEMO_TAX_CLASSES)) {
      const rates = percents.map((percent, i) => ({ validFrom: days[i] ?? GST_BEGIN, percent }));
      const { id } = await this.classes.create(admin, { code, name, exempt: rates.length === 0, rates });
      ids.set(code, id);
    }
    await this.settings.change(admin, 'tax', {
      value: {
        ...{ regime: 'gst_in', scheme: 'regular', state: '29', chargesClassId: null },
        defaultClassId: ids.get('gst-18') ?? null,
      },
      version: 0,
    });
    return ids;
  }
}
