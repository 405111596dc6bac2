import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS_EXTENSION } from '../platform/http/errors/api-problems.js';
import { withProblems } from './problems.js';

const OPERATION = {
  responses: { 200: { description: 'OK' } },
  requestBody: { content: {} },
  security: [{ bearer: [] }],
  [PROBLEMS_EXTENSION]: { 404: ['catalog.product-not-found'], 409: ['catalog.out-of-stock'] },
};

function described(): NonNullable<OpenAPIObject['paths'][string]['post']> {
  const document = {
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths: { '/things/{id}': { post: OPERATION } },
  };
  const operation = withProblems(document).paths['/things/{id}']?.post;
  if (operation === undefined) throw new Error('The operation is missing');
  return operation;
}

describe('withProblems', () => {
  it('adds the common problems to those of the operation', () => {
    expect(Object.keys(described().responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '409', '413', '415', '503', 'default']),
    );
  });

  it('adds an example for each code', () => {
    expect(described().responses['404']).toMatchObject({
      content: {
        'application/problem+json': {
          examples: {
            'request.no-such-route': { value: { status: 404 } },
            'catalog.product-not-found': {
              value: { code: 'catalog.product-not-found', title: 'Product not found' },
            },
          },
        },
      },
    });
  });

  it('removes the extension that lists the problems', () => {
    expect(described()).not.toHaveProperty(PROBLEMS_EXTENSION);
  });
});
