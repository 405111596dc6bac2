/*
 * Import rules from a table of layers. A room is a folder. It may import every lower layer, and of its own layer the rooms named
 * beside it.
 */

/**
 * Returns the rules of dependency-cruiser for a program.
 *
 * @param src folder of the program, such as "shop-ui/src"
 * @param layers from the lowest to the highest, as `{ name, folder, rooms, skips }`. `folder` contains the rooms, `rooms` maps each
 *   to the peers that it may import, and `skips` names a lower layer that they may not import
 * @param open paths in `src` that every room may import
 */
function importRules(src, layers, open = []) {
  const anyOf = (paths) => `^${src}/(${paths.join('|')})`;
  const roomRules = layers.flatMap((layer, depth) => {
    const below = layers.slice(0, depth).filter(({ name }) => name !== layer.skips);
    return Object.entries(layer.rooms).map(([room, peers]) => ({
      name: `${room}-imports`,
      severity: 'error',
      from: { path: anyOf(pathsOf(layer, [room])) },
      to: {
        path: `^${src}/`,
        pathNot: anyOf([
          ...pathsOf(layer, [room, ...peers]),
          ...below.flatMap((lower) => pathsOf(lower)),
          ...open,
        ]),
      },
    }));
  });
  return [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file that is neither imported nor imports anything is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: '[.](spec|d)[.]ts$' },
      to: {},
    },
    ...roomRules,
    {
      name: 'every-file-is-in-a-room',
      comment: 'A new folder needs a line in the table of layers.',
      severity: 'error',
      from: { path: `^${src}/.+/`, pathNot: anyOf([...layers.flatMap((layer) => pathsOf(layer)), ...open]) },
      to: {},
    },
  ];
}

function pathsOf({ folder = '', rooms }, names = Object.keys(rooms)) {
  return names.map((name) => `${folder}${name}/`);
}

/** Options of dependency-cruiser for a front end. */
const FRONT_END_OPTIONS = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '[.](json|css)$' },
  tsPreCompilationDeps: true,
  enhancedResolveOptions: {
    extensions: ['.ts', '.vue', '.mjs', '.js', '.json', '.css'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'browser', 'default', 'types'],
  },
};

module.exports = { importRules, FRONT_END_OPTIONS };
