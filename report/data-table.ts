/** Tables with a caption, in a box that scrolls by itself on a narrow page. */
import { html, type Markup } from './markup.ts';

export interface Column {
  readonly title: string;
  readonly number?: boolean;
}

export interface DataTable {
  /** Unique in the page. */
  readonly id: string;
  readonly caption: Markup | string;
  readonly columns: readonly Column[];
  /** Bodies of rows; each row has a cell for every column, the first one names the row. */
  readonly bodies: readonly TableBody[];
  readonly style?: string;
}

export interface TableBody {
  /** A heading across the whole table. */
  readonly heading?: Markup | string;
  readonly rows: readonly (readonly (Markup | string)[])[];
}

/** Draws a table. Roles are written out, since narrow pages lay rows out in lines of their own. */
export function dataTable({ id, caption, columns, bodies, style = '' }: DataTable): Markup {
  const head = columns.map(
    ({ title, number }) =>
      html`<th scope="col" role="columnheader"${numberClass(number)}>${title}</th>`,
  );
  return html`<div class="scroll" role="group" tabindex="0" aria-labelledby="${id}">
<table class="${style}" role="table"><caption id="${id}">${caption}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
${bodies.map((body) => tableBody(body, columns))}</table></div>`;
}

function tableBody({ heading, rows }: TableBody, columns: readonly Column[]): Markup {
  const across = heading
    ? html`<tr class="across" role="row"><th scope="rowgroup" role="rowheader" colspan="${columns.length}">${heading}</th></tr>`
    : '';
  const lines = rows.map((row) => {
    const cells = row.map((cell, k) =>
      k === 0
        ? html`<th scope="row" role="rowheader">${cell}</th>`
        : html`<td role="cell"${numberClass(columns[k]?.number)}>${cell}</td>`,
    );
    return html`<tr role="row">${cells}</tr>`;
  });
  return html`<tbody role="rowgroup">${across}${lines}</tbody>`;
}

function numberClass(number: boolean | undefined): Markup | false {
  return number === true && html` class="number"`;
}
