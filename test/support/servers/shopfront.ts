import { get as httpGet, type IncomingHttpHeaders } from 'node:http';
import { newProduct, newSection, type TestProduct } from '../../factories/catalog.js';
import { newManager, theAdmin, type TestUser } from '../../factories/users.js';
import { bodyOf } from '../clients/client.js';
import { startServer, type Server } from './server.js';

export const URL_OF_STORE = 'https://shop.example/a&b';
export const STORE_NAME = `Asha's "Basket" & </title><script>`;
/** What somebody could write who wants to break the page. */
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
  readonly server: Server;
  readonly admin: TestUser;
  readonly manager: TestUser;
  readonly section: Section;
  readonly product: TestProduct;
  readonly hostile: TestProduct;
}

export async function openShopfront(): Promise<Shopfront> {
  const server = await startServer({ env: { PUBLIC_URL: URL_OF_STORE, STORE_NAME } });
  const admin = await theAdmin(server);
  const manager = await newManager(server, admin);
  const { id } = await newSection(server, admin, 'फल & Fruit');
  const section = bodyOf(await server.client.get<Section>(`/sections/${id}`), 200);
  const product = await newProduct(server, manager, { sectionId: id, ratePerUnit: 12_345, brand: 'Nandi' });
  const hostile = await newProduct(server, manager, { sectionId: id, name: HOSTILE, description: HOSTILE });
  return {
    ...{ server, admin, manager, section },
    product: await asShown(server, product),
    hostile: await asShown(server, hostile),
  };
}

/** A product as shoppers see it. */
export async function asShown(server: Server, { id }: { readonly id: string }): Promise<TestProduct> {
  return bodyOf(await server.client.get<TestProduct>(`/products/${id}`), 200);
}

/** Asks for an address exactly as it is written. */
export function pageAt(
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

/** Where the shop shows it. */
export const pathOf = (folder: string, { slug }: { slug: string }): string =>
  `/${folder}/${encodeURIComponent(slug)}`;

/** The text of the first answers, as it was before it was made fit for a script element. */
export function firstAnswersIn({ html }: Page): Record<string, string> {
  const text = /<script type="application\/json" id="first-answers">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
  const plain = text.replace(/\\u(003c|2028|2029)/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  const addresses = Object.keys(JSON.parse(text) as object);
  const starts = addresses.map((address) => plain.indexOf(`${JSON.stringify(address)}:`));
  return Object.fromEntries(
    addresses.map((address, i) => {
      const from = (starts[i] ?? 0) + JSON.stringify(address).length + 1;
      return [address, plain.slice(from, (starts[i + 1] ?? plain.length) - 1)];
    }),
  );
}

/** What an element of a document's head holds. */
export const inHead = ({ html }: Page, element: RegExp): string | undefined => element.exec(html)?.[1];
export const TITLE = /<title>([^<]*)<\/title>/;
export const ROBOTS = /<meta name="robots" content="([^"]*)">/;
export const CANONICAL = /<link rel="canonical" href="([^"]*)">/;

/** What schema.org knows of a page. */
export function thingsOn({ html }: Page): Record<string, unknown>[] {
  const found = html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g);
  return [...found].map(([, json = '']) => JSON.parse(json) as Record<string, unknown>);
}
