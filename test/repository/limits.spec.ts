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
          section: { $ref: '#/components/schemas/SectionView' },
        },
      },
      Items: { properties: { items: { type: 'array', minItems: 1, maxItems: 500 } } },
      Address: { properties: { phone: { type: 'string', pattern: '^[0-9]+$' } } },
      SectionView: { type: 'object', properties: { name: { type: 'string' } } },
      Status: { type: 'string', enum: ['placed'] },
    },
  },
  paths: {
    '/products': {
      get: {
        operationId: 'listProducts',
        parameters: [
          { in: 'query', name: 'q', schema: { type: 'string', maxLength: 200 } },
          { in: 'query', name: 'inStock', schema: { type: 'boolean' } },
          { in: 'header', name: 'Idempotency-Key', schema: { type: 'string', maxLength: 255 } },
        ],
      },
      post: { operationId: 'createProduct' },
    },
  },
};

it('finds the limits of the properties of schemas and of the parameters of queries', () => {
  expect(limitsOf(DESCRIPTION)).toEqual({
    CreateProductBody: { name: { minLength: 1, maxLength: 100 }, ratePerUnit: { minimum: 0, maximum: 5 } },
    Items: { items: { minItems: 1, maxItems: 500 } },
    Address: { phone: { pattern: '^[0-9]+$' } },
    listProducts: { q: { maxLength: 200 } },
  });
});
