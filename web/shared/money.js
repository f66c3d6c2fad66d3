// Money is an integer of micro-units of the server's currency (50000 = 5 cents). The page never calculates with floats of
// a currency; only the text shown or typed is converted.
const MICROS = 1000000;

// Shown with the currency's usual digits, and up to 4 more digits when a small price needs them.
export function moneyFormat(micros, currency, locale) {
  const options = { style: 'currency', currency: currency || 'USD' };
  const usual = new Intl.NumberFormat(locale, options).resolvedOptions().maximumFractionDigits;
  const needed = micros % (MICROS / 10 ** usual) ? Math.min(6, usual + 4) : usual;
  return new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: usual, maximumFractionDigits: needed }).format(micros / MICROS);
}

// "0,05" or "0.05" or "1.234,50" -> micro-units; null when it is not an amount or has more than 6 decimals.
export function moneyParse(text) {
  let plain = String(text).replace(/[\s\u00a0']/g, '');
  const comma = plain.lastIndexOf(',');
  const dot = plain.lastIndexOf('.');
  if (comma >= 0 && dot >= 0) plain = plain.split(comma > dot ? '.' : ',').join('');
  plain = plain.replace(',', '.');
  const match = /^(\d{1,10})(?:\.(\d{0,6}))?$/.exec(plain);
  return match ? Number(match[1]) * MICROS + Number(((match[2] || '') + '000000').slice(0, 6)) : null;
}

// For an input field: 50000 -> "0.05".
export function moneyInput(micros) {
  const text = String(Math.floor(micros / MICROS));
  const rest = String(micros % MICROS).padStart(6, '0').replace(/0+$/, '');
  return rest ? text + '.' + rest.padEnd(2, '0') : text;
}
