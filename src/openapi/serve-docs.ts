import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { projectPath } from '../platform/common/files/project-path.js';
import { mapOperations } from './document.js';
import { withExamples } from './examples.js';
import { withFormats, withoutOptionalExamples } from './formats.js';
import { GUIDE } from './guide.js';
import { withHeaders } from './headers.js';
import { withProblems } from './problems.js';

const TAGS: Readonly<Record<string, string>> = {
  Store: 'Name, currency, seller, charges, taxes and order workflow of the store.',
  'Signing in': 'Registration, sessions and password resets.',
  'Own account': 'Data and settings of the signed-in user.',
  Catalog: 'Public sections and products.',
  Cart: 'Products that a shopper has chosen. A cart reserves no stock.',
  Orders: 'Checkout and own orders, for shoppers.',
  'Section requests': 'Requests to create, rename or delete a section, and decisions on them.',
  'Catalog administration': 'Sections, products, pictures and stock, for staff.',
  Documents: 'Invoices, bills and credit notes with their PDFs, for staff.',
  'Stock sheets': 'Deliveries and counts of many products, as drafts until they are booked, for staff.',
  'Order administration': 'All orders and their delivery, for staff.',
  Customers: 'Customers as staff see them: addresses, orders and notes.',
  Dashboard: 'The store at a glance, for staff.',
  Reports: 'Sales, stock and shopper engagement, for staff.',
  Accounts: 'All accounts, for admins.',
  'Audit log': 'Actions with their actors, for admins.',
  Exports: 'Staff data as CSV files, written by a job.',
  Imports: 'Products and deliveries from CSV files, applied completely or not at all.',
  'Saved views': 'Searches, filters and columns of tables of the back office, under a name.',
  Mail: 'Sent mails, and unsubscribing.',
  Settings: 'Who sells, what the store charges besides the goods, and how it is taxed, for admins.',
  Taxes: 'Tax classes with their rates by day, for staff.',
  Operations: 'Health, metrics and the books.',
};

/** Returns the OpenAPI document, generated from the code. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, outline(), {
    operationIdFactory: (_controller, method) => method,
  });
  return STEPS.reduce((described, step) => step(described), document);
}

/** Serves pages to read and try the API. The document is generated on the first request. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    raw: ['json'],
    customSiteTitle: 'API of the store',
    swaggerOptions: {
      persistAuthorization: true,
      displayRequestDuration: true,
      docExpansion: 'none',
      filter: true,
    },
  });
}

function outline(): Omit<OpenAPIObject, 'paths'> {
  const { version, description } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
    version: string;
    description: string;
  };
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Grocery store')
    .setDescription(`${description}\n\n${GUIDE}`)
    .setVersion(version)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'This store')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'Access token from signing in.',
    })
    .addCookieAuth(
      'refresh_token',
      { type: 'apiKey', in: 'cookie', description: 'Set by signing in. It only refreshes the session.' },
      'refresh_token',
    );
  for (const [name, text] of Object.entries(TAGS)) builder.addTag(name, text);
  const { contact: _, ...info } = builder.build().info;
  return { ...builder.build(), info };
}

/** Marks operations without security requirements as public. */
function withPublicOperations(document: OpenAPIObject): OpenAPIObject {
  return mapOperations(document, (operation) => ({ ...operation, security: operation.security ?? [] }));
}

/** Capitalizes the first letter of tags, since they are headings. */
function withCapitalizedTags(document: OpenAPIObject): OpenAPIObject {
  return mapOperations(document, (operation) => ({
    ...operation,
    tags: operation.tags?.map((tag) => tag.charAt(0).toUpperCase() + tag.slice(1)),
  }));
}

/** Marks parameters with a default as optional. */
function withOptionalDefaults(document: OpenAPIObject): OpenAPIObject {
  return mapOperations(document, (operation) => ({
    ...operation,
    parameters: operation.parameters?.map((parameter) => {
      const { schema } = parameter as { schema?: object };
      return schema !== undefined && 'default' in schema ? { ...parameter, required: false } : parameter;
    }),
  }));
}

/** Describes responses without a description by their HTTP reason phrase. */
function withDescriptions(document: OpenAPIObject): OpenAPIObject {
  return mapOperations(document, (operation) => {
    const responses = Object.entries(operation.responses).map(([status, response]) => {
      const isDescribed = response === undefined || '$ref' in response || response.description !== '';
      return [
        status,
        isDescribed ? response : { ...response, description: STATUS_CODES[status] ?? 'Done' },
      ] as const;
    });
    return { ...operation, responses: Object.fromEntries(responses) };
  });
}

const STEPS = [
  withCapitalizedTags,
  withOptionalDefaults,
  withDescriptions,
  withPublicOperations,
  withProblems,
  withHeaders,
  withFormats,
  withoutOptionalExamples,
  withExamples,
];
