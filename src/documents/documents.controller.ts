import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { LimitedSearch } from '../platform/http/throttling/limited.js';
import { TakesIdempotencyKey } from '../platform/idempotency/takes-idempotency-key.js';
import { CreditDocument } from './credits/credit-document.js';
import { CreditDocumentBody, DocumentsQuery, DocumentsTable, DocumentView } from './documents.dto.js';
import { documentErrors } from './documents.errors.js';
import { DocumentsService } from './documents.service.js';

@ApiTags('Documents')
@Controller('admin/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly creditDocumentAction: CreditDocument,
  ) {}

  /** List invoices, bills and credit notes, newest first */
  @Get()
  @Roles('store_manager', 'admin')
  @LimitedSearch('staff-searches')
  listDocuments(@Query() query: DocumentsQuery): Promise<DocumentsTable> {
    return this.documents.table(query);
  }

  /** Get a document */
  @Get(':id')
  @Roles('store_manager', 'admin')
  @ApiProblems(documentErrors['not-found'])
  getDocument(@Param('id') id: string): Promise<DocumentView> {
    return this.documents.get(id);
  }

  /**
   * Credit a document
   *
   * @remarks Issues a credit note for parts of its lines, and mails it to the customer. All credits of a line together are at most the line.
   */
  @Post(':id/credits')
  @TakesIdempotencyKey({ isRequired: true })
  @Roles('admin')
  @ApiProblems(
    documentErrors['not-found'],
    documentErrors['not-a-sale'],
    documentErrors['line-not-found'],
    documentErrors['nothing-left'],
    documentErrors['credit-too-small'],
  )
  async creditDocument(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: CreditDocumentBody,
  ): Promise<DocumentView> {
    const { id: creditNoteId } = await this.creditDocumentAction.run(user, id, body);
    return this.documents.get(creditNoteId);
  }
}
