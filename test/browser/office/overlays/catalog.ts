import { newSection } from '../../../factories/catalog.js';
import { newSynonyms } from '../../../factories/search-words.js';
import { newManager } from '../../../factories/users.js';
import { bodyOf } from '../../../support/clients/client.js';
import { visible } from '../../shop/shopper.js';
import { overlayTable } from '../../support/overlays.js';
import type { OverlayFixtures } from './office-overlay.js';

/** Sections, requests for them, and the words of the search. */
export const CATALOG = overlayTable<OverlayFixtures>([
  {
    name: 'a new section without a name',
    shows: [
      'features/sections/SectionsPage.vue: SectionDialog',
      'features/sections/SectionDialog.vue: OfficeDialog',
    ],
    open: async (stage) => {
      await stage.visit('/admin/sections');
      await stage.press('sections.new');
      await stage.dialog.waitFor();
      await stage.press('sections.create');
      await stage.dialog.getByText(stage.label('problems.field.required')).waitFor();
    },
  },
  {
    name: 'two versions of a section',
    shows: ['features/sections/SectionDialog.vue: ConflictDialog'],
    open: async (stage) => {
      const { server, users } = stage.fixtures;
      const section = await newSection(server, users.admin);
      stage.guard.expect(409, /^\/api\/v1\/admin\/sections\//);
      await stage.visit('/admin/sections');
      await stage.page
        .getByRole('listitem')
        .filter({ hasText: section.name })
        .getByRole('button', { name: stage.label('sections.edit') })
        .click();
      const changes = { version: section.version, description: 'Fresh every morning.' };
      bodyOf(await server.client.as(users.admin).patch(`/admin/sections/${section.id}`, changes), 200);
      await stage.field('sections.description').fill('Every day.');
      await stage.press('sections.save');
      await stage.dialog.getByRole('table').waitFor();
    },
  },
  {
    name: 'deleting a section with products',
    shows: ['features/sections/SectionsPage.vue: DeleteSectionDialog'],
    open: async (stage) => {
      await stage.visit('/admin/sections');
      await stage.page
        .getByRole('listitem')
        .filter({ hasText: stage.fixtures.section.name })
        .getByRole('button', { name: stage.label('sections.delete') })
        .click();
      await stage.field('sections.move-to').waitFor();
    },
  },
  {
    name: 'texts of a section with a name that is refused',
    shows: ['features/sections/SectionsPage.vue: TextsDialog'],
    open: async (stage) => {
      stage.guard.expect(422, /\/texts\/hi$/);
      await stage.visit('/admin/sections');
      await stage.press('sections.translate');
      await stage.dialog.getByLabel(stage.label('texts.name')).fill('!?');
      await stage.press('texts.save');
      await stage.dialog.getByText(stage.label('problems.catalog.name-without-letters')).waitFor();
    },
  },
  {
    name: 'a request without a reason',
    shows: ['features/section-requests/OwnRequests.vue: RequestDialog'],
    newUser: ({ server }) => newManager(server),
    open: async (stage) => {
      await stage.visit('/admin/section-requests');
      await stage.press('section-requests.ask');
      await stage.dialog.waitFor();
      await stage.press('section-requests.send');
      await visible(stage.dialog.getByText(stage.label('problems.field.required'))).waitFor();
    },
  },
  {
    name: 'a request to delete a section',
    shows: ['features/section-requests/OwnRequests.vue: RequestDialog'],
    newUser: ({ server }) => newManager(server),
    open: async (stage) => {
      await stage.visit('/admin/section-requests');
      await stage.press('section-requests.ask');
      const type = stage.page.getByRole('combobox', { name: stage.label('section-requests.filter.type') });
      await type.press('Enter');
      await stage.page.getByRole('option', { name: stage.label('section-requests.type.delete') }).click();
      await stage.field('section-requests.section').fill(stage.fixtures.section.name);
      await stage.page.getByRole('option', { name: stage.fixtures.section.name }).click();
      await stage.field('section-requests.move-to').waitFor();
    },
  },
  {
    name: 'new synonyms without words',
    shows: [
      'features/search-words/SynonymsPage.vue: SynonymsDialog',
      'features/search-words/SynonymsDialog.vue: OfficeDialog',
    ],
    open: async (stage) => {
      await stage.visit('/admin/search/synonyms');
      await stage.press('search-words.synonyms.new');
      await stage.dialog.waitFor();
      await stage.press('search-words.save');
      await stage.dialog.getByText(stage.label('problems.field.required')).waitFor();
    },
  },
  {
    name: 'two versions of synonyms',
    shows: ['features/search-words/SynonymsDialog.vue: ConflictDialog'],
    open: async (stage) => {
      const { server, users } = stage.fixtures;
      const word = `word${Date.now().toString(36)}`;
      const { id, version } = await newSynonyms(server, users.admin, [word, `${word}s`]);
      stage.guard.expect(409, /^\/api\/v1\/admin\/synonyms\//);
      await stage.visit(`/admin/search/synonyms?q=${word}`);
      await stage.press('search-words.synonyms.edit');
      const changes = { version, language: 'en', words: [word, `${word}s`, `${word}x`] };
      bodyOf(await server.client.as(users.admin).patch(`/admin/synonyms/${id}`, changes), 200);
      await stage.dialog.getByLabel(stage.label('search-words.synonyms.words')).fill(`${word}, ${word}y`);
      await stage.press('search-words.save');
      await stage.dialog.getByRole('table').waitFor();
    },
  },
  {
    name: 'deleting synonyms',
    shows: ['features/search-words/SynonymsPage.vue: ConfirmDialog'],
    open: async (stage) => {
      await stage.visit('/admin/search/synonyms?q=coriander');
      await stage.press('search-words.synonyms.delete');
    },
  },
]);
