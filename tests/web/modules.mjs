// Modules of the pages, bundled for Node: their rules are tested without a browser.
//   const { formOf } = await moduleLoad('label/tree.js', ...)         everything these files export; all label tags are known
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

export const WEB = join(dirname(fileURLToPath(import.meta.url)), '../../web');
Object.assign(globalThis, { location: { hash: '' }, addEventListener() {} });

// Style sheets are for browsers.
const noStyles = {
  name: 'no-styles',
  setup(build) {
    build.onResolve({ filter: /\?url$/ }, (args) => ({ path: args.path, namespace: 'style' }));
    build.onLoad({ filter: /.*/, namespace: 'style' }, () => ({ contents: 'export default ""' }));
  },
};

export async function moduleLoad(...files) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: files.map((file) => `export * from './${file}';`).concat("import { table } from './label/table.js'; import { rows } from './label/more.jsx'; Object.assign(table, rows);").join('\n'), resolveDir: WEB },
    bundle: true,
    format: 'esm',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    inject: [join(WEB, 'shared/h.js')],
    plugins: [noStyles],
    write: false,
    logLevel: 'error',
  });
  return import('data:text/javascript;base64,' + Buffer.from(outputFiles[0].contents).toString('base64'));
}
