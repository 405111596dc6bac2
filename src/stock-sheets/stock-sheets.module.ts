import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StockModule } from '../stock/stock.module.js';
import { BookStockSheet } from './book-stock-sheet.js';
import { CreateStockSheet } from './create-stock-sheet.js';
import { DiscardStockSheet } from './discard-stock-sheet.js';
import { SaveStockSheet } from './save-stock-sheet.js';
import { StockSheetLine } from './stock-sheet-line.entity.js';
import { StockSheet } from './stock-sheet.entity.js';
import { StockSheetsController } from './stock-sheets.controller.js';
import { StockSheetsService } from './stock-sheets.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([StockSheet, StockSheetLine]), StockModule],
  controllers: [StockSheetsController],
  providers: [BookStockSheet, CreateStockSheet, DiscardStockSheet, SaveStockSheet, StockSheetsService],
  exports: [BookStockSheet, CreateStockSheet, SaveStockSheet, StockSheetsService],
})
export class StockSheetsModule {}
