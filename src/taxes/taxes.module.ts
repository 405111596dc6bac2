import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SettingsModule } from '../settings/settings.module.js';
import { CurrentTaxes } from './current-taxes.js';
import { TaxClass } from './tax-class.entity.js';
import { TaxClassesController } from './tax-classes.controller.js';
import { TaxClasses } from './tax-classes.service.js';
import { TaxRateOfClass } from './tax-rate.entity.js';
import { TaxSettingsController } from './tax-settings.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([TaxClass, TaxRateOfClass]), SettingsModule],
  controllers: [TaxClassesController, TaxSettingsController],
  providers: [CurrentTaxes, TaxClasses],
  exports: [CurrentTaxes, TaxClasses],
})
export class TaxesModule {}
