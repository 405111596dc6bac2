import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max } from 'class-validator';
import { RequestValidation } from '../../src/platform/http/validation/validation.pipe.js';

class FewQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Max(10)
  limit?: number;
}

class ManyQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Max(1000)
  limit?: number;
}

const pipe = new RequestValidation();

const queryOf = (metatype: typeof FewQuery, value: object): Promise<unknown> =>
  pipe.transform(value, { type: 'query', metatype });

it('converts a query to its DTO', async () => {
  const query = await queryOf(FewQuery, { limit: '7' });
  expect(query).toBeInstanceOf(FewQuery);
  expect(query).toEqual({ limit: 7 });
});

it('lets no request change a query that others share', async () => {
  const first = await queryOf(FewQuery, { limit: '7' });
  expect(Object.isFrozen(first)).toBe(true);
  await expect(queryOf(FewQuery, { limit: '7' })).resolves.toEqual(first);
});

it('does not mix up equal queries of different DTOs', async () => {
  const many = await queryOf(ManyQuery, { limit: '700' });
  expect(many).toEqual({ limit: 700 });
  await expect(queryOf(FewQuery, { limit: '700' })).rejects.toMatchObject({ code: 'request.invalid' });
});

it('refuses an invalid query every time', async () => {
  await expect(queryOf(FewQuery, { limit: '11' })).rejects.toMatchObject({ code: 'request.invalid' });
  await expect(queryOf(FewQuery, { limit: '11' })).rejects.toMatchObject({ code: 'request.invalid' });
});

it('refuses a field that the DTO does not know', async () => {
  await expect(queryOf(FewQuery, { page: '1' })).rejects.toMatchObject({ code: 'request.invalid' });
});

it('leaves path parameters unchanged', async () => {
  await expect(pipe.transform('tomatoes', { type: 'param', data: 'id', metatype: String })).resolves.toBe(
    'tomatoes',
  );
});

it('gives each request its own body', async () => {
  const bodyOf = (): Promise<unknown> => pipe.transform({ limit: 7 }, { type: 'body', metatype: FewQuery });
  expect(await bodyOf()).not.toBe(await bodyOf());
});
