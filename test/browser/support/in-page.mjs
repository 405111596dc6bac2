/*
 * What runs in a page. Playwright sends each as it is written, so it uses nothing from outside itself.
 */

/** Tells of whatever the page's Content-Security-Policy refuses, where its console is listened to. */
export function tellOfRefusals() {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    console.error(`The Content-Security-Policy refused ${violatedDirective}: ${blockedURI} ${sample}`),
  );
}

/** Notes what moves that nobody touched, and how far as browsers reckon it. To be sent before the page is there. */
export function watchShifts() {
  window.shifts = [];
  const nameOf = (node) => (node instanceof Element ? `${node.localName}.${node.classList.value}` : 'text');
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) window.shifts.push({ value, moved: sources.map(({ node }) => nameOf(node)) });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What {@link watchShifts} has noted. */
export function shiftsSoFar() {
  return window.shifts;
}

/** What axe finds fault with, one line for each element. */
export async function faultsByAxe(options) {
  const { violations } = await window.axe.run(document, { ...options, resultTypes: ['violations'] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
  );
}

/** What is written on buttons, links, headings and fields and cannot be read to its end, and whether the page is too wide. */
export function cutTexts() {
  const isCut = (element) => {
    const { overflowX } = getComputedStyle(element);
    return ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
  };
  const written =
    'main :is(h1, h2, h3, th, label, legend, button, a, .v-btn__content, .v-chip):not(.visually-hidden)';
  const cut = [...document.querySelectorAll(written)].filter(
    (element) => element.checkVisibility() && element.clientWidth > 1 && isCut(element),
  );
  const { scrollWidth, clientWidth } = document.documentElement;
  const tooWide = scrollWidth > clientWidth ? [`The page is ${scrollWidth - clientWidth} px too wide.`] : [];
  return [...cut.map((element) => element.textContent.trim().replace(/\s+/g, ' ')), ...tooWide];
}

/** Lets nothing move, so that what is looked at is never half way to something else. To be sent before the page is there. */
export function holdStill() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets.push(sheet);
}

/** Resolves when what has just changed is painted. */
export async function painted() {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}

/** What the element with the focus is called, as far as labels and texts say it. */
export function focusedName() {
  const element = document.activeElement;
  const label = element.labels?.[0]?.textContent ?? '';
  return (element.getAttribute('aria-label') ?? (label || element.textContent)).trim().replace(/\s+/g, ' ');
}

/** Kilobytes of script that the page has fetched so far, as they came over the network: 1000 bytes each. */
export function scriptSoFar() {
  const scripts = performance
    .getEntriesByType('resource')
    .filter(({ name }) => /[.]js$/.test(new URL(name).pathname));
  return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000;
}

/** Resolves when the shop would open without a network as well, and has taken this page over. */
export async function isReadyForOffline() {
  await navigator.serviceWorker.ready;
  while (navigator.serviceWorker.controller === null) {
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  }
}

/**
 * Clicks on something that asks for other rows of a table, and gives the milliseconds until these are painted: a table of the
 * back office is busy from the click on until they are there.
 */
export async function timeToNewRows(clicked) {
  const table = document.querySelector('main table');
  const rows = () => table.querySelector('tbody').textContent;
  const before = rows();
  const clickedAt = performance.now();
  clicked.click();
  await new Promise((resolve) => {
    const look = () => rows() !== before && table.getAttribute('aria-busy') === 'false' && resolve();
    new MutationObserver(look).observe(table, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await new Promise(requestAnimationFrame);
  return performance.now() - clickedAt;
}
