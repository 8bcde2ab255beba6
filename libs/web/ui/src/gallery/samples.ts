import type { StatusName } from '../status/status';
import type { TableColumn } from '../table/table-column';

/** Columns of the sample table. */
export const COLUMNS: readonly TableColumn[] = [
  { id: 'status', label: 'Status', width: '130px' },
  { id: 'workflow', label: 'Workflow', sortable: true },
  { id: 'trigger', label: 'Trigger', width: '120px' },
  { id: 'id', label: 'Run', width: '120px' },
  { id: 'started', label: 'Started', width: '120px', sortable: true },
  { id: 'duration', label: 'Duration', width: '110px', align: 'end' },
  { id: 'items', label: 'Items', width: '90px', align: 'end' },
];

interface SampleRun {
  readonly id: string;
  readonly status: StatusName;
  readonly workflow: string;
  readonly trigger: string;
  readonly startedAt: number;
  readonly ms: number;
  readonly items: number;
}

const now = Date.now();
const run = (id: string, status: StatusName, rest: Omit<SampleRun, 'id' | 'status'>): SampleRun => ({
  id,
  status,
  ...rest,
});

/** Rows of the sample table. */
export const RUNS: readonly SampleRun[] = [
  run('8f3a21c0', 'running', {
    workflow: 'Sync invoices',
    trigger: 'Webhook',
    startedAt: now - 3_000,
    ms: 3_000,
    items: 12,
  }),
  run('77be09d1', 'failed', {
    workflow: 'Daily report',
    trigger: 'Schedule',
    startedAt: now - 95_000,
    ms: 840,
    items: 1,
  }),
  run('6cd4410f', 'waiting', {
    workflow: 'Approve refund',
    trigger: 'Event',
    startedAt: now - 720_000,
    ms: 720_000,
    items: 1,
  }),
  run('5b02e7aa', 'completed', {
    workflow: 'Sync invoices',
    trigger: 'Webhook',
    startedAt: now - 4_000_000,
    ms: 65_200,
    items: 1_204,
  }),
  run('41a9c3ee', 'cancelled', {
    workflow: 'Import customers from the old shop',
    trigger: 'Manual',
    startedAt: now - 90_000_000,
    ms: 12_400,
    items: 230,
  }),
];

/** Data of a sample step. */
export const INVOICES = {
  customer: { id: 'cus_8241', name: 'Ada Lovelace', country: 'AT', vip: true, 'credit limit': 2_500 },
  invoices: [
    {
      number: 'INV-1041',
      total: 129.9,
      paid: false,
      due: '2026-12-01',
      note: null,
      lines: [{ sku: 'A-1', quantity: 3 }],
    },
    { number: 'INV-1042', total: 18, paid: true, due: '2026-11-12', note: 'Second reminder sent', lines: [] },
    {
      number: 'INV-1043',
      total: 2400.5,
      paid: false,
      due: '2026-12-15',
      note: null,
      lines: [{ sku: 'B-7', quantity: 1 }],
    },
  ],
  tags: ['nightly', 'eu'],
  page: 1,
  next: null,
};

/** A sample script. */
export const SCRIPT = `// What is still open, the biggest first.
const open = input.invoices.filter((invoice) => !invoice.paid);
open.sort((left, right) => right.total - left.total);

return { count: open.length, total: open.reduce((sum, { total }) => sum + total, 0) };`;

/** A sample of Markdown. */
export const DOCS = `## HTTP request

Calls a URL and gives the answer. A status of **400 and above** fails the step.

- \`url\` may hold references: \`{{ Webhook.body.url }}\`
- [x] retries on 429 and 5xx
- [ ] follows redirects

| Param | Default |
|---|---|
| Method | \`GET\` |
| Timeout | 30 s |

\`\`\`json
{ "status": 200, "body": { "id": 42 } }
\`\`\`

> Addresses inside your network are refused unless they are allowed.`;
