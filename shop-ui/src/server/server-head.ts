import { createHead, type CreateServerHeadOptions } from '@unhead/vue/server';
import type { HeadTag } from '@unhead/vue/types';

type HeadPlugin = NonNullable<CreateServerHeadOptions['plugins']>[number];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Drops Vuetify's theme: the Content-Security-Policy refuses style elements, and the page has a style sheet of its own. */
const dropVuetifyTheme: HeadPlugin = {
  key: 'drop-vuetify-theme',
  hooks: {
    'tags:beforeResolve': (context) => {
      context.tags = context.tags.filter(({ tag }: HeadTag) => tag !== 'style');
    },
  },
};

/** Escapes attributes as text: unhead only escapes quotes, so that `&lt;` in a name would become `<`. */
const escapeAttributes: HeadPlugin = {
  key: 'escape-attributes',
  hooks: {
    'ssr:render': ({ tags }) => {
      for (const tag of tags)
        for (const [name, value] of Object.entries(tag.props))
          if (typeof value === 'string')
            tag.props[name] = value.replace(/[&<>]/g, (character) => ENTITIES[character] ?? '');
    },
  },
};

/** Creates the head manager of a page that the server renders. */
export function createServerHead() {
  return createHead({ disableDefaults: true, plugins: [dropVuetifyTheme, escapeAttributes] });
}
