import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../platform/access/access.decorators.js';
import { Config } from '../platform/config/config.js';
import { PublicCache } from '../platform/http/decorators/public-cache.js';
import { SettingsService } from '../settings/settings.service.js';
import { CurrentTaxes } from '../taxes/current-taxes.js';
import { storeView } from './store-view.js';
import { StoreView } from './store.dto.js';

@ApiTags('Store')
@Controller('store')
export class StoreInfoController {
  constructor(
    private readonly config: Config,
    private readonly settings: SettingsService,
    private readonly taxes: CurrentTaxes,
  ) {}

  /**
   * Get the public data of the store
   * @remarks Name, currency, locale, time zone, the order workflow, who sells, what the store charges besides the goods, and the tax that prices include.
   */
  @Get()
  @Public()
  @PublicCache()
  async getStore(): Promise<StoreView> {
    const [settings, taxes] = await Promise.all([this.settings.current(), this.taxes.terms()]);
    return storeView(this.config.store, settings, taxes);
  }
}
