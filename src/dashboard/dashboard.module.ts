import { Module } from '@nestjs/common';
import { BooksModule } from '../books/books.module.js';
import { DashboardController } from './dashboard.controller.js';
import { DashboardService } from './dashboard.service.js';

@Module({ imports: [BooksModule], controllers: [DashboardController], providers: [DashboardService] })
export class DashboardModule {}
