/*
 * Recomputes every amount of orders and their documents from the rows of the database, with arithmetic of its own: it imports nothing
 * of the store. Amounts are minor units, quantities thousandths, rates thousandths of a percent.
 */

const FULL = 100_000n;

/** Divides and rounds half up. */
const half = (dividend, divisor) => (2n * dividend + divisor) / (2n * divisor);
const total = (amounts) => amounts.reduce((sum, amount) => sum + amount, 0n);
const grouped = (rows, key) => {
  const groups = new Map();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return groups;
};

/**
 * Returns what differs between the rows and the recomputation, as sentences.
 *
 * @param {object} rows rows of the tables, by name, with their columns as keys
 * @param {(document: object) => { regime: string, scheme: string, defaultClassId: string | null, chargesClassId: string | null, state: string | null }} taxOf
 *   returns the settings under which the document of a sale was issued
 * @returns {{ checked: number, differences: string[] }} `checked` counts documents
 */
export function recomputeDocuments(rows, taxOf) {
  const { orders, items, charges, discounts, rates, documents, lines, taxes } = rows;
  const found = [];
  const expectSame = (what, expected, actual) => {
    if (String(expected) !== String(actual)) found.push(`${what}: ${expected} expected, ${actual} found`);
  };
  const [itemsOf, chargesOf] = [grouped(items, 'order_id'), grouped(charges, 'order_id')];
  const [reducedOf, reducedItemOf] = [grouped(discounts, 'order_id'), grouped(discounts, 'item_id')];
  const [linesOf, taxesOf] = [grouped(lines, 'document_id'), grouped(taxes, 'line_id')];
  const orderById = new Map(orders.map((order) => [order.id, order]));
  const rest = new Map();

  for (const document of documents) {
    const own = linesOf.get(document.id) ?? [];
    const sold = itemsOf.get(document.order_id) ?? [];
    const charged = chargesOf.get(document.order_id) ?? [];
    if (document.kind === 'credit_note') checkCredit(document, own);
    else checkSale(document, own, sold, charged);
    expectSame(`${document.number} total`, total(own.map(({ net }) => BigInt(net))), document.total);
    checkContent(document, own);
  }
  return { checked: documents.length, differences: found };

  function checkSale(document, own, sold, charged) {
    const { number } = document;
    const tax = { ...taxOf(document), to: orderById.get(document.order_id).place_of_supply };
    for (const item of sold)
      expectSame(
        `${number} price`,
        half(BigInt(item.rate_per_unit) * BigInt(item.quantity), 1000n) - reductionOf(item),
        item.price,
      );
    const reduction = total(
      (reducedOf.get(document.order_id) ?? []).filter(isOfOrder).map(({ amount }) => BigInt(amount)),
    );
    const due = total([
      ...sold.map(({ price }) => BigInt(price)),
      ...charged.map(({ amount }) => BigInt(amount)),
      -reduction,
    ]);
    expectSame(`${number} order`, due, orderById.get(document.order_id).total);
    expectSame(`${number} of its order`, due, document.total);
    const expected = expectedLines(sold, charged, {
      ...{ reduction, tax, day: JSON.parse(document.content).issuedOn },
    });
    expectSame(`${number} lines`, expected.length, own.length);
    for (const [i, { net, discount = 0n, rate, cess }] of expected.entries()) {
      const line = own[i];
      if (line === undefined) continue;
      expectSame(`${number} line ${i + 1} discount`, discount, line.discount);
      compareLine(`${number} line ${i + 1}`, line, net, partsOf(net, rate, cess, tax));
      rest.set(line.id, { net, rate, cess, tax });
    }
    const areTaxed = expected.map(({ rate, cess }) => rate > 0n || (cess > 0n && tax.regime === 'gst_in'));
    expectSame(`${number} kind`, kindOf(areTaxed, tax), document.kind);
  }

  function checkCredit(document, own) {
    for (const line of own) {
      const before = rest.get(line.credits_line_id);
      const after = before.net - BigInt(line.net);
      expectSame(`${document.number} rest`, after >= 0n, true);
      const [was, is] = [before.net, after].map((net) => partsOf(net, before.rate, before.cess, before.tax));
      const parts = was.map((part, i) => ({ ...part, amount: part.amount - is[i].amount }));
      compareLine(`${document.number} credit`, line, BigInt(line.net), parts);
      rest.set(line.credits_line_id, { ...before, net: after });
    }
    if (document.reversal)
      for (const { id } of linesOf.get(document.credits_id) ?? [])
        expectSame(`${document.number} reverses`, 0n, rest.get(id).net);
  }

  function compareLine(what, line, net, parts) {
    expectSame(`${what} net`, net, line.net);
    expectSame(`${what} gross`, net, BigInt(line.gross) - BigInt(line.discount));
    const taxable = net - total(parts.map(({ amount }) => amount));
    expectSame(`${what} taxable`, taxable, line.taxable);
    const expected = taxText(parts.map((part) => ({ ...part, taxable })));
    expectSame(`${what} taxes`, expected, taxText(taxesOf.get(line.id) ?? []));
  }

  /** Compares what the document states with its rows. */
  function checkContent(document, own) {
    const { number, content } = document;
    const stated = JSON.parse(content);
    expectSame(`${number} states`, `${number} ${document.kind}`, `${stated.number} ${stated.kind}`);
    expectSame(`${number} states the total`, document.total, stated.total);
    const text = ({ name, quantity, gross, discount, net, taxable }, all) =>
      `${name} ${quantity} ${gross} ${discount} ${net} ${taxable} ${taxText(all)}`;
    expectSame(
      `${number} states the lines`,
      own.map((line) => text(line, taxesOf.get(line.id) ?? [])),
      stated.lines.map((line) => text(line, line.taxes)),
    );
  }

  /** Returns what an item costs less by discounts of its own. */
  function reductionOf({ id }) {
    return total((reducedItemOf.get(id) ?? []).map(({ amount }) => BigInt(amount)));
  }

  /**
   * Returns nets with their rates: the items, each with its part of the order's discounts, then each charge, by the rates of the goods
   * unless it has a class of its own.
   */
  function expectedLines(sold, charged, { reduction, day, tax }) {
    const rateOf = (id) => {
      const dated = rates.filter((row) => row.tax_class_id === id && row.valid_from <= day);
      const [latest] = dated.sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1));
      const isTaxed = tax.scheme === 'regular' && latest !== undefined;
      return isTaxed ? { rate: BigInt(latest.rate), cess: BigInt(latest.cess) } : { rate: 0n, cess: 0n };
    };
    const prices = sold.map(({ price }) => BigInt(price));
    const until = (i) => (reduction * total(prices.slice(0, i))) / total(prices);
    const goods = sold.map((item, i) => {
      const share = reduction === 0n ? 0n : until(i + 1) - until(i);
      return {
        net: BigInt(item.price) - share,
        discount: reductionOf(item) + share,
        ...rateOf(item.tax_class_id ?? tax.defaultClassId),
      };
    });
    const split = ({ amount }) => {
      const whole = BigInt(amount);
      if (tax.scheme !== 'regular') return [{ net: whole, rate: 0n, cess: 0n }];
      if (tax.chargesClassId !== null) return [{ net: whole, ...rateOf(tax.chargesClassId) }];
      return shared(whole, goods) ?? [{ net: whole, ...rateOf(tax.defaultClassId) }];
    };
    return [...goods, ...charged.flatMap(split)];
  }
}

/** Returns true if a discount reduces the total, not the price of an item. */
function isOfOrder({ item_id: itemId }) {
  return itemId === null;
}

/** Returns the taxes that a net contains. */
function partsOf(net, rate, cess, tax) {
  const isGst = tax.regime === 'gst_in';
  const all = FULL + rate + (isGst ? cess : 0n);
  const isLocal = tax.to === null || tax.state === null || tax.to === tax.state;
  const parts =
    isGst && isLocal
      ? ['cgst', 'sgst'].map((component) => ({ component, rate, amount: half(net * rate, 2n * all) }))
      : [{ component: isGst ? 'igst' : 'vat', rate, amount: half(net * rate, all) }];
  const extra = { component: 'cess', rate: cess, amount: half(net * cess, all) };
  return [...(rate === 0n ? [] : parts), ...(isGst && cess > 0n ? [extra] : [])];
}

function kindOf(areTaxed, tax) {
  if (tax.scheme === 'unregistered') return 'bill';
  if (tax.regime === 'vat') return 'tax_invoice';
  if (tax.scheme === 'composition' || areTaxed.every((isTaxed) => !isTaxed)) return 'bill_of_supply';
  return areTaxed.every(Boolean) ? 'tax_invoice' : 'invoice_cum_bill';
}

/** Returns taxes as a text, in any order. */
function taxText(taxes) {
  const texts = taxes.map(
    ({ component, rate, taxable, amount }) => `${component} ${rate} ${taxable} ${amount}`,
  );
  return texts.sort().join(', ');
}

/** Splits a charge over the rates of the goods, the lowest first; undefined if the goods cost nothing. */
function shared(whole, goods) {
  const keys = [...new Set(goods.map(({ rate, cess }) => `${rate} ${cess}`))].map((key) =>
    key.split(' ').map(BigInt),
  );
  const sorted = keys.sort(([a, b], [c, d]) => (a === c ? Number(b - d) : Number(a - c)));
  const sums = sorted.map(([rate, cess]) =>
    total(goods.filter((line) => line.rate === rate && line.cess === cess).map(({ net }) => net)),
  );
  const all = total(sums);
  if (all === 0n) return undefined;
  const until = (i) => (whole * total(sums.slice(0, i))) / all;
  return sorted
    .map(([rate, cess], i) => ({ net: until(i + 1) - until(i), rate, cess }))
    .filter(({ net }) => net > 0n);
}
