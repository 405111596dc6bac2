import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../platform/access/access.decorators.js';
import { BooksView } from './books.dto.js';
import { BooksService } from './books.service.js';

@ApiTags('Operations')
@Controller('admin/books')
export class BooksController {
  constructor(private readonly books: BooksService) {}

  /** Proves that stock and ledger, and orders and items, add up */
  @Get()
  @Roles('admin')
  checkBooks(): Promise<BooksView> {
    return this.books.check();
  }
}
