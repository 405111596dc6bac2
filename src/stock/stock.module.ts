import { Module } from '@nestjs/common';
import { Schedules } from '../platform/schedules/schedules.js';
import { MoveStock } from './adjust-stock.js';
import { CleanUpLowStockAlerts } from './clean-up-low-stock-alerts.js';
import { NoteLowStock } from './record-low-stock-alert.js';
import { SendLowStock } from './send-low-stock-digest.js';
import { StockCache } from './stock-cache.js';
import { StockLedger } from './stock-ledger.js';
import { Stock } from './stock.js';
import { CatalogProcessor } from './stock.processor.js';

@Module({
  providers: [
    CatalogProcessor,
    CleanUpLowStockAlerts,
    MoveStock,
    NoteLowStock,
    SendLowStock,
    Stock,
    StockCache,
    StockLedger,
  ],
  exports: [MoveStock, Stock, StockLedger],
})
export class StockModule {
  constructor(schedules: Schedules, sendLowStock: SendLowStock) {
    schedules.register('low-stock', (dueAt) => sendLowStock.run(dueAt));
  }
}
