import type { Json, JsonObject } from '@millrace/workflow-model';
import { html, type Html } from './html';

/** Deeper values, and tables wider than this, are JSON: pages are read on phones. */
const DEEPEST = 3;
const MOST_COLUMNS = 4;
const MOST_ROWS = 50;

/** A value for people: objects as terms, lists of like objects as a table, other lists as lines, everything else as text or JSON. */
export function valueHtml(value: Json, depth = 1): Html {
  if (typeof value !== 'object' || value === null) return html`<p class="text">${textOf(value)}</p>`;
  const isEmpty = Object.keys(value).length === 0;
  if (isEmpty || depth > DEEPEST) return jsonHtml(value);
  if (!Array.isArray(value)) return termsHtml(value, depth);
  if (value.length > MOST_ROWS) return jsonHtml(value);
  if (value.every(isPlain))
    return html`<ul>
      ${value.map((one) => html`<li>${textOf(one)}</li>`)}
    </ul>`;
  return tableHtml(value) ?? jsonHtml(value);
}

function termsHtml(value: JsonObject, depth: number): Html {
  return html`<dl>
    ${Object.entries(value).map(
      ([name, one]) =>
        html`<dt>${name}</dt>
          <dd>${isPlain(one) ? textOf(one) : valueHtml(one, depth + 1)}</dd>`,
    )}
  </dl>`;
}

function tableHtml(rows: readonly Json[]): Html | undefined {
  const objects = rows.filter(isObject);
  const names = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  const isTable =
    objects.length === rows.length &&
    names.length <= MOST_COLUMNS &&
    objects.every((row) => Object.values(row).every(isPlain));
  if (!isTable) return undefined;
  return html`<div class="wide" role="group" aria-label="Table" tabindex="0">
    <table>
      <thead>
        <tr>
          ${names.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${objects.map(
          (row) =>
            html`<tr>
              ${names.map((name) => html`<td>${textOf(Object.hasOwn(row, name) ? row[name] : null)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function jsonHtml(value: Json): Html {
  return html`<pre tabindex="0">${JSON.stringify(value, null, 2)}</pre>`;
}

function textOf(value: Json | undefined): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

function isPlain(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
