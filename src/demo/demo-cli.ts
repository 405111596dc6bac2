import { parseArgs } from 'node:util';
import { openStore } from '../app/open-store.js';
import { printError, print } from '../platform/common/console-output.js';
import { reportCrashes } from '../platform/common/process/crash-handler.js';
import { loadConfig } from '../platform/config/config.js';
import { printedProgress } from './demo-progress.js';
import { isStoreEmpty } from './is-store-empty.js';
import { seedDemoStore } from './seed-demo-store.js';

const USAGE = `Loads the demo data into an empty store.

  npm run demo -- [--products N]

  --products N   number of products, for measurements: 300 to 100000`;

async function main(): Promise<void> {
  const products = requestedProducts();
  const config = loadConfig();
  const database = await openStore(config);
  try {
    if (!(await isStoreEmpty(database)))
      throw new Error('The store is not empty. Demo data can only be loaded into an empty store.');
    const {
      products: created,
      orders,
      newAdmin,
    } = await seedDemoStore(config, database, {
      products,
      onProgress: printedProgress(),
    });
    print(`The demo store has ${created} products and ${orders} orders.`);
    print(`Its accounts are in demo-accounts.json in ${config.dataDir}.`);
    if (newAdmin !== undefined) {
      print(
        `The first admin is ${newAdmin.username}, with the password ${newAdmin.password} (shown only once).`,
      );
    }
  } finally {
    await database.close();
  }
}

function requestedProducts(): number {
  const { values } = parseArgs({ options: { products: { type: 'string' } } });
  const products = Number(values.products ?? 0);
  if (
    values.products !== undefined &&
    !(Number.isInteger(products) && products >= 300 && products <= 100_000)
  ) {
    throw new Error(USAGE);
  }
  return products;
}

reportCrashes('errors');
main().catch((error: unknown) => {
  printError(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
