// The picture of a template: [what is shown, what is done with it], drawn small from a few strokes, so that forty of them cost
// less than one photo. Colours are those of the page; `a` is the accent.
const a = 'var(--accent)';
const line = (x, y, w, color = 'var(--line-strong)') => <path d={`M${x} ${y}h${w}`} stroke={color} stroke-width="5" stroke-linecap="round" />;
const frame = (x, y, width, height, more) => <rect x={x} y={y} width={width} height={height} rx="6" fill="var(--surface)" stroke="var(--line-strong)" stroke-width="2" {...more} />;
const scene = () => (
  <>
    {frame(14, 10, 92, 58)}
    <circle cx="86" cy="25" r="6" fill="#e2b33c" />
    <path d="M16 64l24-26 18 18 12-10 34 20v0q0 1-4 1H18q-2 0-2-3z" fill="#8fb58a" />
  </>
);
const bubble = (x, y, w, right) => <rect x={x} y={y} width={w} height="16" rx="8" fill={right ? 'var(--accent-soft)' : 'var(--surface)'} stroke="var(--line-strong)" stroke-width="2" />;

// Made when asked for.
const shownAll = () => ({
  text: [line(16, 18, 84), line(16, 32, 70), line(16, 46, 88), line(16, 60, 52)],
  html: [frame(14, 10, 92, 58), line(24, 24, 40, 'var(--text)'), line(24, 40, 68), line(24, 54, 54)],
  image: scene(),
  dialogue: [bubble(14, 10, 60), bubble(46, 32, 60, true), bubble(14, 54, 52)],
  chat: [bubble(40, 10, 66, true), <g key="b">{frame(14, 32, 74, 36)}{line(24, 44, 52)}{line(24, 57, 38)}</g>],
  two: [frame(12, 10, 46, 58), frame(62, 10, 46, 58), line(22, 24, 26), line(22, 38, 20), line(72, 24, 26), line(72, 38, 24), line(72, 52, 16)],
  list: [frame(14, 8, 92, 17), frame(14, 30, 92, 17), frame(14, 52, 92, 17), line(24, 17, 50), line(24, 39, 62), line(24, 61, 40)],
  table: [frame(14, 10, 92, 58), <path key="g" d="M14 29h92M14 48h92M50 10v58" stroke="var(--line-strong)" stroke-width="2" />, line(22, 20, 18), line(22, 39, 20), line(22, 58, 16), line(60, 20, 34), line(60, 39, 26), line(60, 58, 30)],
  pages: [frame(38, 6, 62, 54), frame(28, 12, 62, 54), frame(18, 18, 62, 54), line(28, 34, 40), line(28, 48, 30)],
  series: [<path key="s" d="M12 50c8-18 14-18 22 0s14 18 22 0 8-44 14-44 6 26 14 44 12 10 24-10" fill="none" stroke="var(--text)" stroke-width="3" />, <path key="x" d="M12 72h96" stroke="var(--line-strong)" stroke-width="2" />],
  wave: [<path key="w" d="M14 39v1M22 33v12M30 24v30M38 14v50M46 28v22M54 35v8M62 26v26M70 12v54M78 22v34M86 32v14M94 27v24M102 36v6" stroke="var(--text)" stroke-width="4" stroke-linecap="round" />],
  film: [scene(), <path key="f" d="M22 10v58M98 10v58" stroke="var(--line-strong)" stroke-width="6" stroke-dasharray="5 4" />, <path key="p" d="M52 28l20 11-20 11z" fill="var(--surface)" stroke="var(--text)" stroke-width="2" />],
});

const chip = (x, y, w, on) => <rect x={x} y={y} width={w} height="14" rx="7" fill={on ? a : 'var(--surface)'} stroke={on ? a : 'var(--line-strong)'} stroke-width="2" />;
const star = (x, on) => <path d={`M${x} 80l3 6 7 1-5 5 1 7-6-3-6 3 1-7-5-5 7-1z`} fill={on ? a : 'none'} stroke={on ? a : 'var(--line-strong)'} stroke-width="1.5" />;
const mark = (x, y, w, color) => <rect x={x} y={y} width={w} height="13" rx="3" fill={color} opacity="0.45" />;
const doneAll = () => ({
  choices: [chip(14, 82, 40, true), chip(60, 82, 40)],
  tags: [chip(14, 82, 24, true), chip(44, 82, 30, true), chip(80, 82, 24)],
  scale: [0, 1, 2, 3, 4].map((i) => <circle key={i} cx={20 + i * 20} cy="89" r="7" fill={i === 3 ? a : 'var(--surface)'} stroke={i === 3 ? a : 'var(--line-strong)'} stroke-width="2" />),
  stars: [20, 40, 60, 80, 100].map((x, i) => star(x, i < 4)),
  write: [frame(14, 78, 92, 20), <path key="c" d="M24 83v10" stroke={a} stroke-width="3" />],
  number: [frame(14, 78, 50, 20), <text key="n" x="22" y="93" font-size="13" font-weight="700" fill={a}>42.5</text>],
  date: [frame(14, 78, 92, 20), <text key="d" x="22" y="92" font-size="11" font-weight="700" fill={a}>2025-06-14</text>],
  pair: [<path key="p" d="M30 98l-12-9 12-9M18 89h40" fill="none" stroke={a} stroke-width="4" />, chip(68, 82, 38)],
  rank: [<path key="r" d="M24 98V80M17 87l7-8 7 8" fill="none" stroke={a} stroke-width="4" />, <path key="s" d="M46 80v18M39 91l7 8 7-8" fill="none" stroke="var(--line-strong)" stroke-width="4" />],
  buckets: [<rect key="1" x="14" y="78" width="42" height="20" rx="5" fill="var(--accent-soft)" stroke={a} stroke-width="2" stroke-dasharray="5 3" />, <rect key="2" x="64" y="78" width="42" height="20" rx="5" fill="none" stroke="var(--line-strong)" stroke-width="2" stroke-dasharray="5 3" />],
  tree: [<path key="t" d="M20 78v16h16M20 84h16" fill="none" stroke="var(--line-strong)" stroke-width="2" />, chip(40, 76, 34), chip(40, 92, 44, true)],
  spans: [mark(14, 11, 34, '#d1495b'), mark(46, 39, 40, '#2f6fb2'), chip(14, 82, 34, true), chip(54, 82, 34)],
  relation: [mark(14, 11, 30, '#d1495b'), mark(60, 53, 40, '#2f8f57'), <path key="r" d="M30 26C30 48 50 40 74 50M66 44l9 6-9 5" fill="none" stroke={a} stroke-width="3" />, chip(14, 82, 46, true)],
  boxes: [<rect key="1" x="28" y="36" width="34" height="28" fill="none" stroke="#d1495b" stroke-width="3" />, <rect key="2" x="74" y="16" width="24" height="20" fill="none" stroke="#2f6fb2" stroke-width="3" />, chip(14, 82, 34, true), chip(54, 82, 34)],
  polygon: [<path key="p" d="M26 62l14-26 20 12 16-6 8 22z" fill="rgb(209 73 91 / 25%)" stroke="#d1495b" stroke-width="3" />, chip(14, 82, 50, true)],
  mask: [<path key="m" d="M34 50q10-12 22-4t20 2q8 8-6 12t-30-2q-10-2-6-8z" fill="#b3540e" opacity="0.65" />, chip(14, 82, 26, true), <circle key="c" cx="58" cy="89" r="8" fill="none" stroke="var(--line-strong)" stroke-width="2" />],
  points: [[40, 34, '#2f6fb2'], [70, 34, '#2f6fb2'], [55, 46, '#2f8f57'], [45, 58, '#d1495b'], [67, 58, '#d1495b']].map(([x, y, c]) => <circle key={x} cx={x} cy={y} r="4.5" fill={c} stroke="#fff" stroke-width="1.5" />).concat(chip(14, 82, 34, true)),
  lines: [<rect key="1" x="26" y="24" width="62" height="12" fill="none" stroke="#2f6fb2" stroke-width="3" />, <rect key="2" x="26" y="44" width="44" height="12" fill="none" stroke="#2f6fb2" stroke-width="3" />, frame(14, 78, 92, 20), <text key="t" x="22" y="92" font-size="11" font-weight="700" fill={a}>ABC</text>],
});

export const TemplatePicture = ({ picture: [shown, done] }) => (
  <svg class="template-picture" viewBox="0 0 120 104" aria-hidden="true" focusable="false">
    {shownAll()[shown]}
    {doneAll()[done]}
  </svg>
);
// Names that a template may use; the test of the templates looks.
export const pictureKnown = ([shown, done]) => shown in shownAll() && done in doneAll();
