import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../platform/access/access.decorators.js';
import { Limited } from '../platform/http/throttling/limited.js';
import { BooksView } from './books.dto.js';
import { BooksService } from './books.service.js';

@ApiTags('Operations')
@Controller('admin/books')
export class BooksController {
  constructor(private readonly books: BooksService) {}

  /**
   * Check the books
   *
   * @remarks Compares what is available with the ledger, what is promised with the open orders, item prices with rates and quantities, order totals with their items, and documents with their lines, orders and series.
   */
  @Get()
  @Roles('admin')
  @Limited('books')
  checkBooks(): Promise<BooksView> {
    return this.books.check();
  }
}
