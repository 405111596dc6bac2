import { inRoot } from '../scripts/lib/root.mjs';
import { loadCheckouts } from './lib/checkout-load.mjs';
import { compare, measureCpu } from './lib/compare.mjs';
import { startProgram } from './lib/processes/process.mjs';
import { prepareCheckoutData, signIn } from './lib/checkout-data.mjs';

/** Compares three cart lines and the order with a bare loop of the same statements through the driver. */
export async function measureCheckout(engine, store, plan) {
  const checkoutData = await prepareCheckoutData(store.value, engine.dataDir);
  const signedIn = async () => ({
    products: checkoutData.products,
    shoppers: await Promise.all(
      checkoutData.shoppers.map((s) => signIn(store.value, s.username, s.password)),
    ),
  });
  await loadCheckouts(store.value, checkoutData, 2);
  return compare(
    { name: 'checkout, 3 lines and the order', required: 0.3 },
    plan,
    () => bareSql(engine, checkoutData, plan.seconds),
    async () => {
      const fresh = await signedIn();
      return measureCpu(store, () => loadCheckouts(store.value, fresh, plan.seconds));
    },
  );
}

async function bareSql({ dataDir, databaseUrl }, { shoppers, products }, seconds) {
  const floor = {
    ...(databaseUrl === undefined ? { dataDir } : { databaseUrl }),
    shoppers,
    products,
    seconds,
  };
  const program = await startProgram([inRoot('bench/floor/sql.mjs')], { FLOOR: JSON.stringify(floor) });
  return JSON.parse(program.value);
}
