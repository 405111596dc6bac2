import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module.js';
import { TaxesModule } from '../taxes/taxes.module.js';
import { StoreInfoController } from './store.controller.js';

@Module({ imports: [SettingsModule, TaxesModule], controllers: [StoreInfoController] })
export class StoreInfoModule {}
