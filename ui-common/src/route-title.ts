import 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Names the page's title among the texts, in `titles`; a page that has none sets its own with useTitle. */
    title?: string;
  }
}
