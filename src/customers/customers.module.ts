import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Addresses } from './addresses/addresses.js';
import { CustomerAddress } from './addresses/customer-address.entity.js';
import { CustomersController } from './customers.controller.js';
import { CustomersService } from './customers.service.js';
import { AddNote } from './notes/add-note.js';
import { CustomerNote } from './notes/customer-note.entity.js';
import { RemoveNote } from './notes/remove-note.js';

@Module({
  imports: [TypeOrmModule.forFeature([CustomerAddress, CustomerNote])],
  controllers: [CustomersController],
  providers: [Addresses, AddNote, CustomersService, RemoveNote],
  exports: [Addresses, CustomersService],
})
export class CustomersModule {}
