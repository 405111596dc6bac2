import { Module } from '@nestjs/common';
import { StoreInfoController } from './store.controller.js';

@Module({ controllers: [StoreInfoController] })
export class StoreInfoModule {}
