import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Schedules } from '../platform/schedules/schedules.js';
import { AdjustStock } from './adjust-stock.js';
import { LowStockAlert } from './low-stock/low-stock-alert.entity.js';
import { RecordLowStockAlert } from './low-stock/record-low-stock-alert.js';
import { SendLowStockDigest } from './low-stock/send-low-stock-digest.js';
import { StockCache } from './stock-cache.js';
import { StockLedger } from './stock-ledger.js';
import { StockMovement } from './stock-movement.entity.js';
import { Stock } from './stock.js';
import { StockProcessor } from './stock.processor.js';

@Module({
  imports: [TypeOrmModule.forFeature([StockMovement, LowStockAlert])],
  providers: [
    StockProcessor,
    AdjustStock,
    RecordLowStockAlert,
    SendLowStockDigest,
    Stock,
    StockCache,
    StockLedger,
  ],
  exports: [AdjustStock, Stock, StockLedger],
})
export class StockModule {
  constructor(schedules: Schedules, sendLowStockDigest: SendLowStockDigest) {
    schedules.register('low-stock', (dueAt) => sendLowStockDigest.run(dueAt));
  }
}
