import { inRoot } from '../root.mjs';

/** All workspaces with front-end code in one run. Each has its own configuration. */
export default { root: inRoot(), test: { projects: ['shop-ui', 'admin-ui', 'ui-common'] } };
