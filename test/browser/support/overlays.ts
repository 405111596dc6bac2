import type { Locator, Page } from 'playwright-core';
import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { LANGUAGES, type Language } from '../../../src/platform/config/languages.js';
import type { StoreFixture } from '../../factories/store-fixture.js';
import type { TestUser } from '../../factories/users.js';
import { DESK, Shop } from '../shop/shop.js';
import { visible } from '../shop/shopper.js';
import { installAxe, violationsOf, WIDTHS, type Width } from './axe.js';
import type { Guard } from './guard.js';
import { labelsOf, type FrontEnd, type LabelOf } from './labels.js';

/** What lies over a page, and how a person opens it: a dialog, a sheet, a menu, a list of choices, a toast. */
export interface Overlay<Fixtures> {
  readonly name: string;
  /** Components in the sources that it shows, as `path/below/src/Page.vue: SomeDialog`. */
  readonly shows: readonly string[];
  /** Opens it. Each call has a new page, and may have any width. */
  readonly open: (stage: Stage<Fixtures>) => Promise<void>;
  /** The overlay itself; by default the dialog. */
  readonly seen?: (stage: Stage<Fixtures>) => Locator;
  /** Creates a user of its own for each opening, or returns undefined for a guest. Without it, the usual user opens it. */
  readonly newUser?: (fixtures: Fixtures) => Promise<TestUser | undefined>;
  /** The width at which it is opened first, if it is not the widest. */
  readonly width?: Width;
}

/** Returns a table of overlays, whose type reaches the functions in it. */
export function overlayTable<Fixtures>(table: readonly Overlay<Fixtures>[]): readonly Overlay<Fixtures>[] {
  return table;
}

/** A new page in which a test opens an overlay, with elements found by role and label in the page's language. */
export class Stage<Fixtures> {
  readonly label: LabelOf;

  constructor(
    readonly page: Page,
    readonly guard: Guard,
    readonly fixtures: Fixtures,
    /** Who is signed in; undefined for a guest. */
    readonly user: TestUser | undefined,
    frontEnd: FrontEnd,
    private readonly language: Language,
  ) {
    this.label = labelsOf(frontEnd, language);
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(path);
    await waitUntilSettled(this.page);
    await this.page.locator(`html:lang(${this.language})`).waitFor();
  }

  /** Presses the first visible button with a label. */
  press(key: string): Promise<void> {
    return visible(this.page.getByRole('button', { name: this.label(key) })).click();
  }

  /** Returns the first visible field with a label. */
  field(key: string): Locator {
    return visible(this.page.getByLabel(this.label(key)));
  }

  /** Returns the first visible element with a text. */
  text(key: string): Locator {
    return visible(this.page.getByText(this.label(key)));
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog').last();
  }

  get menu(): Locator {
    return this.page.locator('.v-menu > .v-overlay__content').filter({ visible: true }).last();
  }

  get list(): Locator {
    return this.page.getByRole('listbox').filter({ visible: true }).last();
  }
}

/** Opens a new page of a width, in which an overlay is to be opened. */
type NewStage<Fixtures> = (overlay: Overlay<Fixtures>, width: Width) => Promise<Stage<Fixtures>>;

interface OverlaySuite<Fixtures> {
  readonly frontEnd: FrontEnd;
  readonly overlays: readonly Overlay<Fixtures>[];
  /** Fills the new store. */
  readonly createFixtures: (store: StoreFixture) => Promise<Fixtures>;
  /** Who opens an overlay, unless it has a user of its own. */
  readonly usualUser: (fixtures: Fixtures) => TestUser;
}

/** Tests each overlay in each language, at each width and in both themes, in a store of this file. */
export function testOverlays<Fixtures>(suite: OverlaySuite<Fixtures>): void {
  const shop = Shop.forThisFile(DESK);
  let fixtures: Fixtures;

  beforeAll(async () => {
    fixtures = await suite.createFixtures(shop.fixture);
  });

  it.each(LANGUAGES)('shows no axe violations with any of the overlays open, in %s', async (language) => {
    const visit = async (user: TestUser | undefined) => {
      const visitor = await shop.visitor(user, { locale: `${language}-IN` });
      await installAxe(visitor.context);
      return { ...visitor, user };
    };
    const usual = await visit(suite.usualUser(fixtures));
    const newStage: NewStage<Fixtures> = async ({ newUser }, width) => {
      const { context, guard, user } = newUser === undefined ? usual : await visit(await newUser(fixtures));
      const page = await context.newPage();
      await page.setViewportSize({ width, height: DESK.viewport.height });
      return new Stage(page, guard, fixtures, user, suite.frontEnd, language);
    };
    const violations: string[] = [];
    for (const overlay of suite.overlays) violations.push(...(await overlayViolations(overlay, newStage)));
    expect(violations).toEqual([]);
  });
}

/**
 * Opens an overlay, and returns the axe violations of the page with it at each width and in both themes, or why it does not
 * open. It stays open from width to width; if it closes, it is opened again.
 */
async function overlayViolations<Fixtures>(
  overlay: Overlay<Fixtures>,
  newStage: NewStage<Fixtures>,
): Promise<string[]> {
  const { name, width: firstWidth = 1440 } = overlay;
  const others = [...WIDTHS].reverse().filter((width) => width !== firstWidth);
  const violations: string[] = [];
  let stage: Stage<Fixtures> | undefined;
  try {
    for (const width of [firstWidth, ...others]) {
      let found: string[] | undefined;
      for (let openings = 0; found === undefined; openings += 1) {
        if (openings === MAX_OPENINGS) throw new Error(`It does not stay open at ${width} px.`);
        if (stage === undefined || !(await isOpen(overlay, stage))) {
          await stage?.page.close();
          stage = await newStage(overlay, width);
          await open(overlay, stage);
        }
        const results = await violationsOf(stage.page, [width]);
        if (await isOpen(overlay, stage)) found = results;
      }
      violations.push(...found);
    }
  } catch (failure) {
    violations.push(`Failed: ${String(failure)}`);
  }
  await stage?.page.close();
  return violations.map((violation) => `${name}: ${violation}`);
}

/** A toast goes by itself, and may do so while axe looks at it. */
const MAX_OPENINGS = 4;

function seenIn<Fixtures>({ seen }: Overlay<Fixtures>, stage: Stage<Fixtures>): Locator {
  return seen?.(stage) ?? stage.dialog;
}

function isOpen<Fixtures>(overlay: Overlay<Fixtures>, stage: Stage<Fixtures>): Promise<boolean> {
  return seenIn(overlay, stage).isVisible();
}

async function open<Fixtures>(overlay: Overlay<Fixtures>, stage: Stage<Fixtures>): Promise<void> {
  await overlay.open(stage);
  const seen = seenIn(overlay, stage);
  await seen.waitFor();
  await seen.locator('.v-skeleton-loader').first().waitFor({ state: 'hidden' });
}
