import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/decorators.js';
import { PubliclyCacheable } from '../common/cacheable.js';
import { Config } from '../config/config.js';
import { StoreView } from './store.dto.js';
import { storeView } from './store-view.js';

@ApiTags('store')
@Controller('store')
export class StoreController {
  private readonly view: StoreView;

  constructor(config: Config) {
    this.view = storeView(config.store);
  }

  /** What the store is: its name, money, language and time, and the ways of an order */
  @Get()
  @Public()
  @PubliclyCacheable()
  getStore(): StoreView {
    return this.view;
  }
}
