import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { LimitedSearch } from '../platform/http/throttling/limited.js';
import { TableQuery } from '../platform/http/validation/pagination.js';
import { TakesIdempotencyKey } from '../platform/idempotency/takes-idempotency-key.js';
import {
  CustomerNoteBody,
  CustomerOrderTable,
  CustomerQuery,
  CustomerTable,
  CustomerView,
} from './customers.dto.js';
import { customerErrors } from './customers.errors.js';
import { CustomersService } from './customers.service.js';
import { AddNote } from './notes/add-note.js';
import { RemoveNote } from './notes/remove-note.js';

@ApiTags('Customers')
@Controller('admin/customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomersService,
    private readonly addNote: AddNote,
    private readonly removeNote: RemoveNote,
  ) {}

  /**
   * List customers, newest first
   * @remarks Customers are the accounts of shoppers. Accounts of staff are not listed.
   */
  @Get()
  @Roles('store_manager', 'admin')
  @LimitedSearch('staff-searches')
  listCustomers(@Query() query: CustomerQuery): Promise<CustomerTable> {
    return this.customers.table(query);
  }

  /**
   * Get a customer
   * @remarks Addresses used, figures of the orders, and notes of staff.
   */
  @Get(':id')
  @Roles('store_manager', 'admin')
  @ApiProblems(customerErrors['not-found'])
  getCustomer(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<CustomerView> {
    return this.customers.customer(user, id);
  }

  /** List a customer's orders, those in progress first */
  @Get(':id/orders')
  @Roles('store_manager', 'admin')
  @ApiProblems(customerErrors['not-found'])
  listCustomerOrders(@Param('id') id: string, @Query() query: TableQuery): Promise<CustomerOrderTable> {
    return this.customers.orders(id, query);
  }

  /** Add a note about a customer */
  @Post(':id/notes')
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @ApiProblems(customerErrors['not-found'], customerErrors['too-many-notes'])
  async addCustomerNote(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() { text }: CustomerNoteBody,
  ): Promise<CustomerView> {
    await this.addNote.run(user, id, text);
    return this.customers.customer(user, id);
  }

  /**
   * Remove a note about a customer
   * @remarks For the person who wrote it, and for admins. The audit log keeps its text.
   */
  @Delete(':id/notes/:noteId')
  @HttpCode(204)
  @Roles('store_manager', 'admin')
  @ApiProblems(customerErrors['not-found'], customerErrors['note-not-found'], customerErrors['note-not-own'])
  async removeCustomerNote(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Param('noteId') noteId: string,
  ): Promise<void> {
    await this.removeNote.run(user, id, noteId);
  }
}
