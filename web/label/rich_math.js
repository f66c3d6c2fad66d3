// TeX as MathML, which browsers draw and screen readers read.
import temml from 'temml/dist/temml.mjs';

export function mathShow(code) {
  const math = document.createElement('span');
  const display = code.className === 'language-math-display';
  math.className = 'math' + (display ? ' display' : '');
  try {
    temml.render(code.textContent, math, { displayMode: display, throwOnError: true, maxExpand: 200, maxSize: [20, 20], trust: false });
  } catch (error) {
    code.title = error.message; // shown as it was written
    return;
  }
  code.replaceWith(math);
}
