import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { CodeEditor } from '../code/code-editor';
import type { CompleteCode, DiagnoseCode } from '../code/code-types';
import { DataViewer, type DataView } from '../data/data-viewer';
import { Field } from '../fields/field';
import { formatNumber } from '../format/format';
import { Duration, RelativeTime } from '../format/times';
import { Splitter } from '../layout/splitter';
import { Markdown } from '../markdown/markdown';
import { StatusBadge } from '../status/status-badge';
import { Table } from '../table/table';
import { TableCell, type TableSort } from '../table/table-column';
import { COLUMNS, DOCS, INVOICES, RUNS, SCRIPT } from './samples';

/** Tables, data, code, Markdown and panes. */
@Component({
  selector: 'mr-gallery-data',
  imports: [CodeEditor, DataViewer, Duration, Field, Markdown, RelativeTime, Splitter, StatusBadge, Table, TableCell],
  templateUrl: './gallery-data.html',
  styleUrl: './gallery.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GalleryData {
  protected readonly rows = RUNS;
  protected readonly columns = COLUMNS;
  protected readonly keyOf = (row: (typeof RUNS)[number]): string => row.id;
  protected readonly sort = signal<TableSort | null>({ column: 'started', direction: 'descending' });
  protected readonly formatNumber = formatNumber;
  protected readonly invoices = INVOICES;
  protected readonly view = signal<DataView>('schema');
  protected readonly tableView = signal<DataView>('table');
  protected readonly jsonView = signal<DataView>('json');
  protected readonly script = signal(SCRIPT);
  protected readonly template = signal('Hello {{ FetchData.customer.name }}, you owe {{ FetchData.totl }} euros');
  protected readonly cel = signal('FetchData.total > 100 && FetchData.customer.country in ["AT", "DE"]');
  protected readonly docs = DOCS;

  protected readonly complete: CompleteCode = ({ text, offset, explicit }) => {
    const before = /[\w.]*$/.exec(text.slice(0, offset))?.[0] ?? '';
    if (before === '' && !explicit) return null;
    return {
      from: offset - (/\w*$/.exec(before)?.[0].length ?? 0),
      options: [
        { label: 'FetchData', detail: 'object', kind: 'variable', info: 'What “Fetch data” gave.' },
        { label: 'total', detail: 'number', kind: 'property' },
      ],
    };
  };

  protected readonly diagnose: DiagnoseCode = (text) => {
    const from = text.indexOf('FetchData.totl');
    if (from < 0) return [];
    return [
      { from, to: from + 14, severity: 'error', message: 'FetchData has no field “totl”. Did you mean “total”?' },
    ];
  };
}
