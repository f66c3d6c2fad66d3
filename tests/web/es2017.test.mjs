// Every script that a browser gets is ES2017, but for import(): parsed by acorn as exactly that. Old phones get no syntax error.
//
//   node --test --test-reporter=tap tests/web/es2017.test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Parser } from 'acorn';
import { WEB } from './modules.mjs';

// import() came with ES2020; modules that are split need it, and browsers with modules have it or are given the app whole.
function importsHide(code) {
  const places = [];
  const look = (node) => {
    if (!node || typeof node !== 'object') return;
    if (node.type === 'ImportExpression') places.push(node.start);
    for (const value of Object.values(node)) if (value && typeof value === 'object') Array.isArray(value) ? value.forEach(look) : look(value);
  };
  look(Parser.parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  const letters = code.split('');
  places.forEach((at) => (letters[at + 2] = '_'));
  return letters.join('');
}
const parse = (code, sourceType) => Parser.parse(importsHide(code), { ecmaVersion: 2017, sourceType });

test('the check finds what is newer', () => {
  for (const newer of ['a?.b', 'a ?? b', 'x = {...y}', 'try {} catch {}', '1n', 'async function* f() {}', 'class A { b = 1 }', '/(?<=a)b/']) assert.throws(() => parse(newer, 'module'), SyntaxError, newer);
  parse("async function f() { await import('./x.js'); return a ** 2; }", 'module');
});

test('every script is ES2017', () => {
  const out = mkdtempSync(join(tmpdir(), 'faena-es2017-'));
  try {
    execFileSync(process.execPath, [join(WEB, 'build.mjs'), out], { stdio: ['ignore', 'ignore', 'inherit'] });
    const scripts = JSON.parse(readFileSync(join(out, 'assets.json'))).filter((row) => row.path.endsWith('.js'));
    assert.ok(scripts.length > 20);
    for (const { file } of scripts) {
      try {
        parse(readFileSync(join(out, file), 'utf8'), file === 'sw.js' ? 'script' : 'module');
      } catch (error) {
        assert.fail(`${file}: ${error.message}`);
      }
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
