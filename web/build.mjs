// Builds the pages:  node web/build.mjs OUTDIR [APP ...]
//
// Each app is web/NAME/main.jsx + NAME.css + its html template; all apps are built unless some are named. Each is bundled
// by itself, so that the worker's shared chunks hold nothing that only the console uses. OUTDIR gets
//   index.html, console.html          shells; {{NAME.js}}, {{NAME.css}}, {{NAME.preload}} in the templates become addresses
//   assets/NAME-HASH.ext              scripts (split: what only one page needs is its own chunk), styles, catalogues
//   sw.js, manifest.webmanifest, icons
//   FILE.br, FILE.gz                  beside every file that gets smaller
//   assets.json                       [{path, file, type, immutable, br, gz}]: what the server embeds and serves
// `import address from './NAME.css?url'` gives the address of a style sheet that is loaded when its chunk is (label/later.jsx).
// It fails when a catalogue lacks a key or placeholder, or when the worker's first load passes its budget.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { iconPng, iconSvg } from './icons/draw.mjs';

const WEB = dirname(fileURLToPath(import.meta.url));
const FIRST_LOAD_BYTES_MAX = 45 * 1024; // whole first load of the worker's side on the wire, brotli
const REPLY_BYTES = 3 * 1024; // of these, kept free for headers and the first API replies
const APPS = [
  { name: 'worker', html: 'index.html', path: '/' },
  { name: 'console', html: 'console.html', path: '/console' },
];
const TYPES = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
};

const out = process.argv[2] && resolve(process.argv[2]);
const named = process.argv.slice(3);
if (!out || named.some((name) => !APPS.some((app) => app.name === name))) {
  console.error('Usage: node web/build.mjs OUTDIR [' + APPS.map((app) => app.name).join('|') + ' ...]');
  process.exit(2);
}

/* ---- catalogues ---- */
const catalogue = (folder, language) => JSON.parse(readFileSync(join(WEB, folder, language + '.json'), 'utf8'));
const holes = (text) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g) || [])].sort().join(' ');

// Every language of a folder has the keys and placeholders of the Spanish catalogue and no others.
function cataloguesCheck(folder) {
  const wrong = [];
  const spanish = catalogue(folder, 'es');
  for (const language of readdirSync(join(WEB, folder)).filter((f) => f.endsWith('.json')).map((f) => f.slice(0, -5))) {
    const words = catalogue(folder, language);
    for (const key of new Set([...Object.keys(spanish), ...Object.keys(words)])) {
      if (!(key in words)) wrong.push(`${folder}/${language}.json: ${key} is missing`);
      else if (!(key in spanish)) wrong.push(`${folder}/${language}.json: ${key} is not in es.json`);
      else if (holes(words[key]) !== holes(spanish[key])) wrong.push(`${folder}/${language}.json: ${key} has ${holes(words[key]) || 'no placeholders'}, es.json has ${holes(spanish[key]) || 'none'}`);
    }
  }
  return wrong;
}

const catalogues = {
  name: 'catalogues',
  setup(build) {
    build.onLoad({ filter: /[\\/]i18n[\\/].*\.json$/ }, (args) => ({
      contents: 'export default ' + JSON.stringify(JSON.parse(readFileSync(args.path, 'utf8'))),
      loader: 'js',
    }));
  },
};

// A library has an expression with \p{L}, which is newer than ES2017 (tests/web/es2017.test.mjs): the letters by their numbers.
const letters = {
  name: 'letters',
  setup(build) {
    build.onLoad({ filter: /highlight\.js.*[\\/]xml\.js$/ }, (args) => ({ contents: readFileSync(args.path, 'utf8').replace(/\\p\{L\}/g, 'A-Za-z\\u00aa-\\uffdc'), loader: 'js' }));
  },
};

// Style sheets of their own, the same file for both apps.
const sheets = new Map();
const styleAddresses = {
  name: 'style-addresses',
  setup(build) {
    build.onResolve({ filter: /\.css\?url$/ }, (args) => ({ path: join(args.resolveDir, args.path.slice(0, -4)), namespace: 'style-address' }));
    build.onLoad({ filter: /.*/, namespace: 'style-address' }, async (args) => {
      if (!sheets.has(args.path)) {
        const { code } = await esbuild.transform(readFileSync(args.path, 'utf8'), { loader: 'css', minify: true, target: 'es2017', charset: 'utf8' });
        const file = `assets/${basename(args.path, '.css')}-${createHash('sha256').update(code).digest('hex').slice(0, 8).toUpperCase()}.css`;
        sheets.set(args.path, { file, code });
      }
      return { contents: `export default ${JSON.stringify('/' + sheets.get(args.path).file)}`, loader: 'js' };
    });
  },
};

// Splitting puts each set of modules that some chunks share into a chunk of its own, and the first view needs them all: a request,
// its headers and a round trip for each. A chunk that names the app's entry shares everything that the entry has, which makes the
// first view one file.
function oneShell(app, outputs) {
  const main = join(WEB, app.name, 'main.jsx');
  const chunks = Object.values(outputs).map((output) => output.entryPoint).filter((name) => /\.jsx?$/.test(name || '')).map((name) => join(dirname(WEB), name));
  return {
    name: 'one-shell',
    setup(build) {
      build.onLoad({ filter: /\.jsx?$/ }, (args) =>
        chunks.includes(args.path) && args.path !== main
          ? { contents: `import ${JSON.stringify(main)};\n` + readFileSync(args.path, 'utf8'), loader: args.path.endsWith('x') ? 'jsx' : 'js' }
          : undefined
      );
    },
  };
}

/* ---- output ---- */
const files = []; // rows of assets.json
function write(path, file, bytes, immutable) {
  const target = join(out, file);
  mkdirSync(dirname(target), { recursive: true });
  bytes = Buffer.from(bytes);
  writeFileSync(target, bytes);
  const row = { path, file, type: TYPES[file.split('.').pop()] || 'application/octet-stream', immutable, bytes: bytes.length };
  const packed = {
    br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    gz: gzipSync(bytes, { level: 9 }),
  };
  for (const [name, less] of Object.entries(packed)) {
    if (less.length >= bytes.length) continue;
    writeFileSync(target + '.' + name, less);
    row[name] = less.length;
  }
  files.push(row);
  return row;
}

const wrong = ['i18n', 'i18n/console', 'i18n/label', 'i18n/more', 'i18n/alerts', 'i18n/training', 'i18n/crews', 'i18n/quality', 'i18n/payouts'].filter((folder) => existsSync(join(WEB, folder, 'es.json'))).flatMap(cataloguesCheck);
if (wrong.length) {
  console.error(wrong.join('\n'));
  process.exit(1);
}

rmSync(out, { recursive: true, force: true });
const apps = APPS.filter((app) => !named.length || named.includes(app.name));
const rows = new Map(); // output path in the metafile -> row
const outputs = {}; // of all apps
for (const app of apps) {
  const options = {
    entryPoints: { [app.name]: join(WEB, app.name, 'main.jsx'), [app.name + '-style']: join(WEB, app.name, app.name + '.css') },
    outdir: join(out, 'assets'),
    absWorkingDir: dirname(WEB),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2017',
    minify: true,
    metafile: true,
    write: false,
    legalComments: 'none',
    charset: 'utf8',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    inject: [join(WEB, 'shared/h.js')],
    plugins: [catalogues, styleAddresses, letters],
    logLevel: 'warning',
  };
  const first = await esbuild.build(options);
  const result = await esbuild.build({ ...options, plugins: [...options.plugins, oneShell(app, first.metafile.outputs)] });
  Object.assign(outputs, result.metafile.outputs);
  for (const output of result.outputFiles) {
    const file = relative(out, output.path);
    const name = relative(dirname(WEB), output.path);
    if (!rows.has(name)) rows.set(name, write('/' + file, file, output.contents, true));
  }
}
sheets.forEach((sheet) => write('/' + sheet.file, sheet.file, sheet.code, true));
const entryOf = (source) => Object.keys(outputs).find((name) => outputs[name].entryPoint === relative(dirname(WEB), source));
// The file that runs an app: where its entry only imports the chunk with everything in it, that chunk.
const scriptOf = (app) => {
  const source = join(WEB, app.name, 'main.jsx');
  const entry = entryOf(source);
  return [entry, ...outputs[entry].imports.map((one) => one.path)].find((name) => relative(dirname(WEB), source) in (outputs[name] || { inputs: {} }).inputs) || entry;
};

// Everything an output pulls in by itself (static imports), itself first.
function closure(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  outputs[name].imports.filter((i) => i.kind === 'import-statement').forEach((i) => closure(i.path, seen));
  return seen;
}

const icons = {};
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
const icon = (name, extension, bytes) => {
  const file = `assets/${name}-${hash(bytes)}.${extension}`;
  icons[name] = write('/' + file, file, bytes, true);
};
icon('icon', 'svg', iconSvg());
icon('icon-192', 'png', iconPng(192, false));
icon('icon-512', 'png', iconPng(512, false));
icon('icon-maskable', 'png', iconPng(512, true));
write(
  '/manifest.webmanifest',
  'manifest.webmanifest',
  JSON.stringify({
    ...JSON.parse(readFileSync(join(WEB, 'manifest.json'), 'utf8')),
    icons: [
      { src: icons.icon.path, sizes: 'any', type: 'image/svg+xml' },
      { src: icons['icon-192'].path, sizes: '192x192', type: 'image/png' },
      { src: icons['icon-512'].path, sizes: '512x512', type: 'image/png' },
      { src: icons['icon-maskable'].path, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }),
  false
);

for (const app of apps) {
  const script = scriptOf(app);
  const style = entryOf(join(WEB, app.name, app.name + '.css'));
  const preload = [...closure(script)].filter((name) => name !== script).map((name) => `<link rel="modulepreload" href="${rows.get(name).path}">`);
  const words = {
    [app.name + '.js']: rows.get(script).path,
    [app.name + '.css']: rows.get(style).path,
    [app.name + '.preload']: preload.join(''),
    icon: 'data:image/svg+xml,' + iconSvg().replace(/"/g, "'").replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E'), // no request, no connection
    'icon-192': icons['icon-192'].path,
  };
  const html = readFileSync(join(WEB, app.name, app.html), 'utf8')
    .replace(/<!--.*?-->/gs, '')
    .replace(/\{\{([\w.-]+)\}\}/g, (hole, name) => {
      if (!(name in words)) throw new Error(`${app.name}/${app.html}: ${hole} is not known`);
      return words[name];
    })
    .replace(/\n\s*/g, '\n');
  app.html_row = write(app.path, app.html, html, false);
  // The server announces the words with the page, by the languages of the browser (assets.c); Spanish is for all others.
  if (app.name === 'worker')
    app.html_row.words = Object.fromEntries(['es', 'en', 'fr', 'pt'].map((name) => [name, rows.get(entryOf(join(WEB, 'i18n', name + '.json'))).path]));
  app.first = [app.html_row, rows.get(style), ...[...closure(script)].map((name) => rows.get(name))];
  app.script = script;
}

// The service worker keeps this build whole. The console is not its concern.
const workerApp = apps.find((app) => app.name === 'worker');
if (workerApp) {
  const named = Object.keys(outputs).filter((name) => /^web\/(worker|label|i18n\/(label|more)|i18n\/\w+\.json$)/.test(outputs[name].entryPoint || '') && name !== workerApp.script);
  const addresses = named.map((name) => rows.get(name).path).concat([...sheets.values()].map((sheet) => '/' + sheet.file));
  const later = ['more.jsx'].flatMap((name) => [...closure(entryOf(join(WEB, 'worker', name)))].map((chunk) => rows.get(chunk).path));
  const shell = workerApp.first.map((row) => row.path);
  const made = await esbuild.build({
    entryPoints: [join(WEB, 'sw.js')],
    bundle: true,
    format: 'iife',
    target: 'es2017',
    minify: true,
    write: false,
    charset: 'utf8',
    logLevel: 'warning',
    define: {
      NAMED: JSON.stringify([...new Set(addresses)].filter((path) => !shell.includes(path) && !later.includes(path)).map((path) => path.slice(8))),
      SHELL: JSON.stringify(shell.map((path) => path.slice(8))),
      LATER: JSON.stringify([...new Set(later)].filter((path) => !shell.includes(path)).map((path) => path.slice(8))),
      VERSION: JSON.stringify(hash(files.filter((row) => row.immutable).map((row) => row.path).join() + readFileSync(join(out, workerApp.html)))),
    },
  });
  write('/sw.js', 'sw.js', made.outputFiles[0].contents, false);
}
writeFileSync(join(out, 'assets.json'), JSON.stringify(files, null, 1) + '\n');

/* ---- sizes ---- */
const wire = (row) => row.br || row.bytes;
const kb = (n) => (n / 1024).toFixed(1).padStart(6) + ' KB';
writeFileSync(join(out, 'sizes.txt'), files.filter((row) => !row.path.endsWith('.png')).map((row) => `${kb(wire(row))} ${row.path}\n`).join(''));
const worker = apps.find((app) => app.name === 'worker');
if (worker) {
  // First load, up to the first task: shell, script, style, the largest language, service worker, manifest. Not what only some
  // tasks need (label/later.jsx), nor the pages of the account and of work without a link: chunks of their own.
  const language = Math.max(...Object.keys(outputs).filter((name) => /^web\/i18n\/\w+\.json/.test(outputs[name].entryPoint || '')).map((name) => wire(rows.get(name))));
  const shell = worker.first.reduce((sum, row) => sum + wire(row), 0) + language;
  const rest = files.filter((row) => ['/sw.js', '/manifest.webmanifest'].includes(row.path)).reduce((sum, row) => sum + wire(row), 0);
  const total = shell + rest;
  appendFileSync(join(out, 'sizes.txt'), `worker: first view ${kb(shell).trim()}, service worker and manifest ${kb(rest).trim()}, total ${kb(total).trim()}\n`);
  if (total > FIRST_LOAD_BYTES_MAX - REPLY_BYTES) {
    console.error(`The worker's first load is above ${kb(FIRST_LOAD_BYTES_MAX - REPLY_BYTES).trim()} (${kb(FIRST_LOAD_BYTES_MAX).trim()} less ${kb(REPLY_BYTES).trim()} for headers and replies).`);
    process.exit(1);
  }
}
