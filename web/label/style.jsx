// <Style>: the requester's CSS, held inside the task: every selector is put below .label-root, and .label-root clips what
// would leave it (label.css). Parsed by the browser's own CSS parser in a constructable sheet, which also drops @import; a
// browser without those shows the task without this decoration.
import { useEffect } from 'preact/hooks';

const ROOT = '.label-root ';

// "a, b:is(c, d)" -> ".label-root a,.label-root b:is(c, d)": commas inside brackets do not part selectors.
export function scopedSelector(text) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '(' || text[i] === '[') depth++;
    else if (text[i] === ')' || text[i] === ']') depth--;
    else if (i === text.length || (text[i] === ',' && depth === 0)) {
      parts.push(ROOT + text.slice(from, i).trim());
      from = i + 1;
    }
  }
  return parts.join(',');
}

function scope(rules) {
  return Array.from(rules, (rule) => {
    if (rule.selectorText) return scopedSelector(rule.selectorText) + '{' + rule.style.cssText + '}';
    if (rule.media) return '@media ' + rule.media.mediaText + '{' + scope(rule.cssRules) + '}';
    if (rule.type === 7) return rule.cssText; // @keyframes
    return '';
  }).join('\n');
}

function View({ node }) {
  const css = (node.children || []).map((child) => child.text || '').join('\n');
  useEffect(() => {
    if (!document.adoptedStyleSheets || !css) return undefined;
    let sheet;
    try {
      const parsed = new CSSStyleSheet();
      parsed.replaceSync(css);
      sheet = new CSSStyleSheet();
      sheet.replaceSync(scope(parsed.cssRules));
    } catch (e) {
      return undefined;
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = Array.from(document.adoptedStyleSheets).filter((one) => one !== sheet);
    };
  }, [css]);
  return null;
}

export const style = { kind: 'object', View };
