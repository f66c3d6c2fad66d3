// Makes code and formulas in clean HTML readable: TeX in <code class="language-math"> becomes MathML, <pre><code
// class="language-python"> gets colours. Both libraries are chunks of their own; without them the source stays.
export async function enrich(root) {
  const codes = [...root.querySelectorAll('code[class^="language-"], pre[class^="language-"]')];
  const maths = codes.filter((code) => /^language-math/.test(code.className));
  const others = codes.filter((code) => !/^language-math/.test(code.className) && code.closest('pre'));
  await Promise.all([maths.length && import('./rich_math.js').then(({ mathShow }) => maths.forEach(mathShow)), others.length && import('./rich_code.js').then(({ codeShow }) => others.forEach(codeShow))]);
}
