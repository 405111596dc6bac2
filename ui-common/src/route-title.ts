import 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page title below `titles`. A page without one sets its title with useTitle. */
    title?: string;
  }
}
