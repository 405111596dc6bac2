import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../platform/access/access.decorators.js';
import { Config } from '../platform/config/config.js';
import { PublicCache } from '../platform/http/decorators/public-cache.js';
import { storeView } from './store-view.js';
import { StoreView } from './store.dto.js';

@ApiTags('Store')
@Controller('store')
export class StoreInfoController {
  private readonly view: StoreView;

  constructor(config: Config) {
    this.view = storeView(config.store);
  }

  /**
   * Get the public data of the store
   * @remarks Name, currency, locale, time zone and the order workflow.
   */
  @Get()
  @Public()
  @PublicCache()
  getStore(): StoreView {
    return this.view;
  }
}
