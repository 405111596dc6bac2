import { get as httpGet, type IncomingHttpHeaders } from 'node:http';
import { newProduct, newSection, type TestProduct } from '../../factories/catalog.js';
import { newManager, signInAdmin, type TestUser } from '../../factories/users.js';
import { bodyOf } from '../clients/client.js';
import { startServer, type Server, type ServerProcess } from './server.js';

export const STORE_URL = 'https://shop.example/a&b';
export const STORE_NAME = `Asha's "Basket" & </title><script>`;
/** As unhead escapes it in a title. */
export const ESCAPED_NAME = 'Asha&#x27;s &quot;Basket&quot; &amp; &lt;&#x2F;title&gt;&lt;script&gt;';
/** A text that would break pages that do not escape it. */
export const HOSTILE = `</script><script>alert(1)</script> "quoted" & 'single' <!-- \u2028 $& $1`;

interface Section {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly version: number;
}

export interface Page {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly html: string;
}

/** A store whose name, and one of whose products, would break pages that do not escape them. */
export interface Shopfront {
  readonly server: ServerProcess;
  readonly admin: TestUser;
  readonly manager: TestUser;
  readonly section: Section;
  readonly product: TestProduct;
  readonly hostile: TestProduct;
}

export async function openShopfront(): Promise<Shopfront> {
  const server = await startServer({ env: { PUBLIC_URL: STORE_URL, STORE_NAME } });
  const admin = await signInAdmin(server);
  const manager = await newManager(server);
  const { id } = await newSection(server, admin, 'फल & Fruit');
  const section = bodyOf(await server.client.get<Section>(`/sections/${id}`), 200);
  const product = await newProduct(server, manager, { sectionId: id, ratePerUnit: 12_345, brand: 'Nandi' });
  const hostile = await newProduct(server, manager, { sectionId: id, name: HOSTILE, description: HOSTILE });
  return {
    ...{ server, admin, manager, section },
    product: await readPublicProduct(server, product),
    hostile: await readPublicProduct(server, hostile),
  };
}

/** Returns a product as shoppers see it. */
export async function readPublicProduct(
  server: Server,
  { id }: { readonly id: string },
): Promise<TestProduct> {
  return bodyOf(await server.client.get<TestProduct>(`/products/${id}`), 200);
}

/** Requests a path exactly as it is written. */
export function requestPage(
  server: Server,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Page> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const request = httpGet(
      { hostname, port, path, method, headers: { accept: 'text/html', ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            html: bytes.toString(),
          });
        });
      },
    );
    request.on('error', reject);
  });
}

/** Returns the path of a product or section in the shop. */
export const pathOf = (folder: string, { slug }: { slug: string }): string =>
  `/${folder}/${encodeURIComponent(slug)}`;

/** A query in a page: data, error, age and meta. */
type SerializedQuery = readonly [data: unknown, error: null, age: number, meta: { readonly url: string }];

/** Returns the API responses from which the queries in a page were read, by URL. A list has only its items. */
export function initialDataIn({ html }: Page): Record<string, unknown> {
  const text = /<script type="application\/json" id="initial-data">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
  const queries = Object.values(JSON.parse(text) as Record<string, SerializedQuery>);
  return Object.fromEntries(queries.map(([data, , , { url }]) => [url, responseOf(data)]));
}

function responseOf(data: unknown): unknown {
  if (Array.isArray(data)) return { items: data };
  return (data as { readonly pages?: readonly unknown[] }).pages?.[0] ?? data;
}

/** Returns the content of an element of an HTML head. */
export const inHead = ({ html }: Page, element: RegExp): string | undefined => element.exec(html)?.[1];
export const TITLE = /<title>([^<]*)<\/title>/;
export const ROBOTS = /<meta name="robots" content="([^"]*)">/;
export const CANONICAL = /<link rel="canonical" href="([^"]*)">/;

/** Returns the schema.org nodes of a page. */
export function schemaNodes({ html }: Page): Record<string, unknown>[] {
  const scripts = html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g);
  return [...scripts].map(([, json = '']) => JSON.parse(json) as Record<string, unknown>);
}
