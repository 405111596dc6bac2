/* Functions that run in a page. Playwright sends each one as source text, so it uses nothing outside itself. */

/** Reports every violation of the page's Content-Security-Policy to the console. */
export function reportCspViolations() {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    console.error(`The Content-Security-Policy refused ${violatedDirective}: ${blockedURI} ${sample}`),
  );
}

/** Records layout shifts without user input, with their scores. Add it before the page loads. */
export function watchShifts() {
  window.shifts = [];
  const nameOf = (node) => (node instanceof Element ? `${node.localName}.${node.classList.value}` : 'text');
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) window.shifts.push({ value, moved: sources.map(({ node }) => nameOf(node)) });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Returns the shifts that {@link watchShifts} has recorded. */
export function recordedShifts() {
  return window.shifts;
}

/** Returns the violations that axe finds, one line per element. */
export async function axeViolations(options) {
  const { violations } = await window.axe.run(document, { ...options, resultTypes: ['violations'] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
  );
}

/** Returns the cut texts of buttons, links, headings and fields, and an entry if the page is too wide. */
export function truncatedTexts() {
  const isCut = (element) => {
    const { overflowX } = getComputedStyle(element);
    return ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
  };
  const selector =
    'main :is(h1, h2, h3, th, label, legend, button, a, .v-btn__content, .v-chip):not(.visually-hidden)';
  const cut = [...document.querySelectorAll(selector)].filter(
    (element) => element.checkVisibility() && element.clientWidth > 1 && isCut(element),
  );
  const { scrollWidth, clientWidth } = document.documentElement;
  const tooWide = scrollWidth > clientWidth ? [`Page is ${scrollWidth - clientWidth} px too wide.`] : [];
  return [...cut.map((element) => element.textContent.trim().replace(/\s+/g, ' ')), ...tooWide];
}

/** Scrolls to the end of the page as a reader does, half a window at a time. */
export async function scrollThrough() {
  for (let top = 0; top < document.documentElement.scrollHeight; top += window.innerHeight / 2) {
    window.scrollTo(0, top);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Returns by how many pixels the page is wider than the window. */
export function excessWidth() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

/** Scrolls to the middle of the page, and returns the share of the window's height that bars cover which stay in sight. */
export async function coveredShare() {
  window.scrollTo(0, (document.documentElement.scrollHeight - window.innerHeight) / 2);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const isStuck = (element) => {
    const { position, top, bottom } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (!['fixed', 'sticky'].includes(position) || !element.checkVisibility({ checkOpacity: true }))
      return false;
    if (box.width < window.innerWidth * 0.6 || box.right <= 0 || box.left >= window.innerWidth) return false;
    if (box.bottom <= 0 || box.top >= window.innerHeight) return false;
    if (position === 'fixed') return getComputedStyle(element).pointerEvents !== 'none';
    return (
      box.top <= Number.parseFloat(top) + 1 ||
      box.bottom >= window.innerHeight - Number.parseFloat(bottom) - 1
    );
  };
  const covered = new Set();
  for (const bar of [...document.querySelectorAll('body *')].filter(isStuck)) {
    const { top, bottom } = bar.getBoundingClientRect();
    for (let y = Math.max(0, Math.round(top)); y < Math.min(window.innerHeight, bottom); y++) covered.add(y);
  }
  return covered.size / window.innerHeight;
}

/** Returns true if the page is not wider than the window. */
export function isFitting() {
  return document.documentElement.scrollWidth <= document.documentElement.clientWidth;
}

/** Disables animations, so that axe never sees an intermediate state. Add it before the page loads. */
export function disableAnimations() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets.push(sheet);
}

/** Returns true if the app shows this theme, `light` or `dark`, or if it shows none yet. */
export function isInTheme(theme) {
  const app = document.querySelector('.v-application[class*="v-theme--"]');
  return app === null || app.classList.contains(`v-theme--${theme}`);
}

/** Resolves when the latest changes are painted, or after a second: a busy browser may draw no frame for a while. */
export async function waitForPaint() {
  const drawn = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, 1000))]);
}

/** Returns true once the browser has painted something of the page. */
export function isPainted() {
  return performance.getEntriesByName('first-contentful-paint').length > 0;
}

/** Returns true if an element of the page has the focus. */
export function hasFocus() {
  return document.activeElement !== document.body;
}

/** Returns true if the field with this name has the focus. */
export function isFieldFocused(name) {
  return document.activeElement?.getAttribute('name') === name;
}

/** Returns true if an input or a button has the focus. */
export function isControlFocused() {
  return ['INPUT', 'BUTTON'].includes(document.activeElement?.tagName ?? '');
}

/** Returns the accessible name of the focused element, as far as labels and texts give it. */
export function focusedName() {
  const element = document.activeElement;
  const label = element.labels?.[0]?.textContent ?? '';
  return (element.getAttribute('aria-label') ?? (label || element.textContent)).trim().replace(/\s+/g, ' ');
}

/** Returns the transferred kilobytes of script that the page has loaded so far, 1000 bytes each. */
export function loadedScriptKilobytes() {
  const scripts = performance
    .getEntriesByType('resource')
    .filter(({ name }) => /[.]js$/.test(new URL(name).pathname));
  return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000;
}

/** Resolves when the service worker is ready and controls this page. */
export async function waitForServiceWorker() {
  await navigator.serviceWorker.ready;
  while (navigator.serviceWorker.controller === null) {
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  }
}

/**
 * Clicks an element that loads other rows of a table. Returns the milliseconds until they are painted: the table is
 * busy from the click until then.
 */
export async function measureNewRows(clicked) {
  const table = document.querySelector('main table');
  const rows = () => table.querySelector('tbody').textContent;
  const before = rows();
  const clickedAt = performance.now();
  clicked.click();
  await new Promise((resolve) => {
    const check = () => rows() !== before && table.getAttribute('aria-busy') === 'false' && resolve();
    new MutationObserver(check).observe(table, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await new Promise(requestAnimationFrame);
  return performance.now() - clickedAt;
}

/** Counts taps and clicks. Add it before the page loads. */
export function countTaps() {
  window.taps = 0;
  window.addEventListener('pointerdown', () => (window.taps += 1), { capture: true });
}

/** Returns the number of taps that {@link countTaps} has counted. */
export function tapCount() {
  return window.taps;
}

/** Records in every frame whether a link with this text is visible. Add it before the page loads. */
export function watchLink(text) {
  window.framesWithLink = 0;
  const look = () => {
    const isSeen = [...document.querySelectorAll('a')].some(
      (link) => link.innerText.trim() === text && link.checkVisibility(),
    );
    if (isSeen) window.framesWithLink += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Returns the number of frames in which {@link watchLink} has seen the link. */
export function framesWithLink() {
  return window.framesWithLink;
}

/** Counts sounds of two notes, and makes none. Add it before the page loads. */
export function countChimes() {
  window.notes = 0;
  window.OscillatorNode.prototype.start = () => {
    window.notes += 1;
  };
  window.OscillatorNode.prototype.stop = () => undefined;
}

/** Returns the number of chimes that {@link countChimes} has counted. */
export function chimes() {
  return window.notes / 2;
}

/** Returns the distances from the top of the window, in pixels: the end of the page's bar, the table's bar and its head. */
export function distancesFromTop() {
  const edge = (selector, side) => Math.round(document.querySelector(selector).getBoundingClientRect()[side]);
  return {
    pageBarEnd: edge('.v-app-bar', 'bottom'),
    bar: edge('[data-bulk]', 'top'),
    barEnd: edge('[data-bulk]', 'bottom'),
    head: edge('main thead', 'top'),
  };
}

/** Returns true if the focused element is behind something else. */
export function isFocusCovered() {
  const { left, top, width, height } = document.activeElement.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  const control = document.activeElement.closest('td, div');
  return seen === null || !(control.contains(seen) || seen.contains(control));
}

/** Stores a text in the browser. */
export function storeText([key, text]) {
  window.localStorage.setItem(key, text);
}

/** Returns a text that is stored in the browser, or null. */
export function storedText(key) {
  return window.localStorage.getItem(key);
}
