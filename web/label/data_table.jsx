// <Table>: {"name": value} as two columns, or a list of such objects with a column for each name.
import { t } from '../shared/i18n.js';
import { attr, filled } from './tree.js';

const shown = (value) => (value === null || value === undefined ? '' : String(value));

export const dataTable = {
  kind: 'object',
  View({ node, data }) {
    const given = filled(attr(node, 'value'), data);
    const rows = Array.isArray(given) ? given : Object.entries(given || {});
    const names = Array.isArray(given) ? [...new Set(given.flatMap((row) => Object.keys(row || {})))] : null;
    return (
      <div class="data-table" tabIndex={0} role="region" aria-label={attr(node, 'name') || t('table.role')}>
        <table>
          {names && (
            <thead>
              <tr>
                {names.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {names ? (
                  names.map((name) => (
                    <td key={name} dir="auto">
                      {shown(row[name])}
                    </td>
                  ))
                ) : (
                  <>
                    <th scope="row">{row[0]}</th>
                    <td dir="auto">{shown(row[1])}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  },
};
