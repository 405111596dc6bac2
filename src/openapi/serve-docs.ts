import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { projectPath } from '../platform/common/files/project-path.js';
import { mapOperations } from './document.js';
import { withExamples } from './examples.js';
import { withProblems } from './problems.js';

const TAGS: Readonly<Record<string, string>> = {
  Store: 'What the store is: its name, its money, and the ways of an order.',
  'Signing in': 'Registration, sessions, and forgotten passwords.',
  'Own account': 'What signed-in people see and change of their own account.',
  Catalog: 'The sections and products that anybody may see.',
  Cart: 'What a shopper has chosen. It reserves nothing.',
  Orders: 'Checkout, and the own orders of a shopper.',
  'Section requests': 'Asking for a section to be made, renamed or deleted, and deciding on it.',
  'Catalog administration': 'Sections, products, pictures and stock, for staff.',
  'Order administration': 'All orders and their way to the door, for staff.',
  Dashboard: 'The store at a glance, for staff.',
  Reports: 'What was sold, what the stock is like, and how shoppers come again, for staff.',
  Accounts: 'Everybody who has an account, for admins.',
  'Audit log': 'Who did what, for admins.',
  Exports: 'What staff see as CSV files, which a job writes.',
  Imports: 'Products and deliveries from CSV files: all that a file says, or nothing.',
  Mail: 'What the store has written to whom, and how one is taken off a list.',
  Operations: 'Health, metrics and the books.',
};

/** The API in OpenAPI, told from the code itself. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, outline(), {
    operationIdFactory: (_controller, method) => method,
  });
  return STEPS.reduce((described, step) => step(described), document);
}

/** The pages that let people read and try the API. The description is made when it is first asked for. */
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
    .setDescription(description)
    .setVersion(version)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'This store')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'The access token that signing in gives.',
    })
    .addCookieAuth(
      'refresh_token',
      { type: 'apiKey', in: 'cookie', description: 'Set by signing in; it opens nothing but a new session.' },
      'refresh_token',
    );
  for (const [name, text] of Object.entries(TAGS)) builder.addTag(name, text);
  const { contact: _, ...info } = builder.build().info;
  return { ...builder.build(), info };
}

/** An operation that asks for nothing says so: anyone may call it. */
function withOpenness(document: OpenAPIObject): OpenAPIObject {
  return mapOperations(document, (operation) => ({ ...operation, security: operation.security ?? [] }));
}

/** Tags are headings: they begin with a capital, however their controllers write them. */
function withHeadings(document: OpenAPIObject): OpenAPIObject {
  return mapOperations(document, (operation) => ({
    ...operation,
    tags: operation.tags?.map((tag) => tag.charAt(0).toUpperCase() + tag.slice(1)),
  }));
}

/** A parameter that has a default need not be given. */
function withOptionalDefaults(document: OpenAPIObject): OpenAPIObject {
  return mapOperations(document, (operation) => ({
    ...operation,
    parameters: operation.parameters?.map((parameter) => {
      const { schema } = parameter as { schema?: object };
      return schema !== undefined && 'default' in schema ? { ...parameter, required: false } : parameter;
    }),
  }));
}

/** A response that nobody described is called what HTTP calls it. */
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
  withHeadings,
  withOptionalDefaults,
  withDescriptions,
  withOpenness,
  withProblems,
  withExamples,
];
