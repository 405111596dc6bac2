import { exampleOf } from './examples.js';

const SCHEMAS = {
  Line: {
    type: 'object',
    properties: {
      name: { type: 'string', example: 'Tomatoes' },
      quantity: { type: 'number', minimum: 0.25 },
      at: { type: 'string', format: 'date-time' },
      note: { type: ['string', 'null'] as unknown as string },
    },
  },
};

describe('exampleOf', () => {
  it('combines the examples of the properties', () => {
    expect(exampleOf({ type: 'array', items: { $ref: '#/components/schemas/Line' } }, SCHEMAS)).toEqual([
      { name: 'Tomatoes', quantity: 0.25, at: '2026-03-14T09:26:53.000Z', note: 'text' },
    ]);
  });

  it('prefers an example of the schema itself', () => {
    expect(
      exampleOf({ type: 'object', example: { a: 1 }, properties: { a: { type: 'string' } } }, {}),
    ).toEqual({ a: 1 });
    expect(exampleOf({ type: 'string', enum: ['kg', 'g'] }, {})).toBe('kg');
  });

  it('terminates for a recursive schema', () => {
    const schemas = {
      Tree: { type: 'object', properties: { child: { $ref: '#/components/schemas/Tree' } } },
    };
    expect(JSON.stringify(exampleOf({ $ref: '#/components/schemas/Tree' }, schemas))).toContain('null');
  });
});
