import type { OpenAPIObject } from '@nestjs/swagger';
import { withFormats, withoutOptionalExamples } from './formats.js';

const describedBy = (properties: object, parameters: object[] = []): OpenAPIObject =>
  ({
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths: { '/things/{id}': { get: { parameters, responses: {} } } },
    components: { schemas: { Thing: { type: 'object', properties } } },
  }) as OpenAPIObject;

const formatsOf = (properties: object): unknown =>
  (withFormats(describedBy(properties)).components?.schemas?.['Thing'] as { properties: object }).properties;

describe('withFormats', () => {
  it('makes a number with a whole example an integer', () => {
    expect(
      formatsOf({
        rate: { type: 'number', example: 4000 },
        quantity: { type: 'number', example: 1.25 },
        sent: { type: ['number', 'null'], example: 3 },
        page: { type: 'number', default: 1 },
      }),
    ).toMatchObject({
      rate: { type: 'integer' },
      quantity: { type: 'number' },
      sent: { type: ['integer', 'null'] },
      page: { type: 'integer' },
    });
  });

  it('takes the format of a text from its example', () => {
    const id = '0199a3c2-5d3f-7b51-9d0c-2f6c7b1e4a58';
    expect(
      formatsOf({
        id: { type: 'string', example: id },
        ids: { type: 'array', items: { type: 'string' }, example: [id] },
        at: { type: ['string', 'null'], example: '2026-03-14T09:26:53.000Z' },
        day: { type: 'string', example: '2026-03-14' },
        email: { type: 'string', example: 'asha@example.com' },
        key: { type: 'string', example: id, pattern: '^[ -~]+$' },
        name: { type: 'string', example: 'Tomatoes' },
      }),
    ).toMatchObject({
      id: { format: 'uuid' },
      ids: { items: { format: 'uuid' } },
      at: { format: 'date-time' },
      day: { format: 'date' },
      email: { format: 'email' },
      key: expect.not.objectContaining({ format: expect.anything() as unknown }) as unknown,
      name: expect.not.objectContaining({ format: expect.anything() as unknown }) as unknown,
    });
  });

  it('limits a list of choices to their number', () => {
    const choices = { type: 'array', items: { type: 'string', enum: ['a', 'b'] }, example: ['a'] };
    expect(formatsOf({ choices })).toMatchObject({ choices: { maxItems: 2 } });
  });

  it('takes path parameters without a description for IDs', () => {
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
    const slug = { ...id, description: 'ID or slug' };
    expect(withFormats(describedBy({}, [id, slug])).paths['/things/{id}']?.get?.parameters).toEqual([
      { ...id, description: 'ID', schema: { type: 'string', format: 'uuid' } },
      slug,
    ]);
  });
});

describe('withoutOptionalExamples', () => {
  it('removes the examples of optional parameters only', () => {
    const schema = { type: 'string', example: 'tomato', maxLength: 200 };
    const parameters = [
      { name: 'q', in: 'query', required: false, schema },
      { name: 'token', in: 'query', required: true, schema },
    ];
    const document = withoutOptionalExamples(describedBy({}, parameters));
    expect(document.paths['/things/{id}']?.get?.parameters).toEqual([
      { ...parameters[0], schema: { type: 'string', maxLength: 200 } },
      parameters[1],
    ]);
  });
});
