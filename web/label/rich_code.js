// Colours for code in the languages that tasks have most.
import core from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

Object.entries({ bash, c, cpp, csharp, css, diff, go, java, javascript, json, python, rust, sql, typescript, xml, yaml }).forEach(([name, language]) => core.registerLanguage(name, language));

const LETTERS_MAX = 50000; // longer code stays plain: colouring is linear, but every piece is an element

export function codeShow(code) {
  const name = code.className.slice('language-'.length).toLowerCase();
  if (!core.getLanguage(name) || code.textContent.length > LETTERS_MAX) return;
  code.innerHTML = core.highlight(code.textContent, { language: name, ignoreIllegals: true }).value; // escaped by the library
  code.classList.add('hljs');
}
