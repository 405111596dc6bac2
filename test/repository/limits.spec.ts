import { limitsOf } from '../../scripts/lib/build/limits.mjs';

const DESCRIPTION = {
  components: {
    schemas: {
      CreateProductBody: {
        type: 'object',
        properties: {
          name: { type: 'string', description: 'Name', minLength: 1, maxLength: 100 },
          ratePerUnit: { type: 'integer', minimum: 0, maximum: 5 },
          published: { type: 'boolean' },
          items: { $ref: '#/components/schemas/Items' },
        },
      },
      ProductView: { properties: { name: { type: 'string', maxLength: 100 } } },
      Items: {
        properties: {
          items: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            items: { $ref: '#/components/schemas/Address' },
          },
        },
      },
      Address: { properties: { phone: { type: 'string', pattern: '^[0-9]+$' } } },
      Status: { type: 'string', enum: ['placed'] },
    },
  },
  paths: {
    '/products': {
      get: {
        operationId: 'listProducts',
        parameters: [
          { in: 'query', name: 'q', schema: { type: 'string', maxLength: 200 } },
          { in: 'query', name: 'page', schema: { type: 'integer', minimum: 1 } },
          { in: 'query', name: 'inStock', schema: { type: 'boolean' } },
          { in: 'header', name: 'Idempotency-Key', schema: { type: 'string', maxLength: 255 } },
        ],
      },
      post: {
        operationId: 'createProduct',
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/CreateProductBody' } } },
        },
      },
    },
  },
};

it('finds the limits of what people type: properties of request bodies and parameters of queries', () => {
  expect(limitsOf(DESCRIPTION)).toEqual({
    CreateProductBody: { name: { minLength: 1, maxLength: 100 }, ratePerUnit: { minimum: 0, maximum: 5 } },
    Items: { items: { minItems: 1, maxItems: 500 } },
    Address: { phone: { pattern: '^[0-9]+$' } },
    listProducts: { q: { maxLength: 200 } },
  });
});
