import { Module } from '@nestjs/common';
import { CatalogProcessor } from '../catalog/catalog.processor.js';
import { CleanUpLowStockAlerts } from '../catalog/clean-up-low-stock-alerts.js';
import { MoveStock } from '../catalog/move-stock.js';
import { NoteLowStock } from '../catalog/note-low-stock.js';
import { SendLowStock } from '../catalog/send-low-stock.js';
import { Stock } from '../catalog/stock.js';
import { Schedules } from '../jobs/schedules.js';
import { StockCache } from './stock-cache.js';
import { StockLedger } from './stock-ledger.js';

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
