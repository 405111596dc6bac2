import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module.js';
import { StoreInfoController } from './store.controller.js';

@Module({ imports: [SettingsModule], controllers: [StoreInfoController] })
export class StoreInfoModule {}
