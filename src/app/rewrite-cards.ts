import { Logger, type INestApplicationContext } from '@nestjs/common';
import { ProductCards } from '../catalog/product-cards.js';

/** Starts to rewrite the cached JSON of products after an update of the program. The store serves requests meanwhile. */
export function rewriteCards(app: INestApplicationContext): void {
  const logger = new Logger(ProductCards.name);
  app
    .get(ProductCards, { strict: false })
    .rewriteOutdated()
    .then((products) => {
      if (products > 0) logger.log(`Wrote the cached JSON of ${products} products again.`);
    })
    .catch((error: unknown) =>
      logger.error(`Rewriting the cached JSON of products failed: ${String(error)}`),
    );
}
