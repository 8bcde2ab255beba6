import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { DIALOG_DATA, DialogFrame, formatExact } from '@millrace/web-ui';
import type { AuditRowFragment } from '@millrace/web-api/graphql';
import { Copied } from '../copied';
import { actionWords, actorWords, viaWords } from './audit-words';

interface Fact {
  readonly label: string;
  readonly text: string;
  readonly isCode: boolean;
}

/** Everything that is known about one line of the audit log. */
@Component({
  selector: 'mr-audit-details',
  imports: [Copied, DialogFrame],
  template: `
    <mr-dialog [heading]="heading" [text]="when">
      <dl>
        @for (fact of facts; track fact.label) {
          <div>
            <dt>{{ fact.label }}</dt>
            <dd>
              @if (fact.isCode) {
                <mr-copied [name]="fact.label" [text]="fact.text" />
              } @else {
                {{ fact.text }}
              }
            </dd>
          </div>
        }
      </dl>
      @if (details !== '{}') {
        <h3>Details</h3>
        <pre class="mr-card" tabindex="0" aria-label="Details">{{ details }}</pre>
      }
    </mr-dialog>
  `,
  styles: `
    dl {
      display: grid;
      gap: 8px;
    }

    dl div {
      display: grid;
      grid-template-columns: 112px minmax(0, 1fr);
      gap: 12px;
      align-items: baseline;
      min-height: 24px;
    }

    dt {
      color: var(--text-2);
    }

    dd {
      min-width: 0;
      overflow-wrap: anywhere;
    }

    h3 {
      margin: 16px 0 4px;
    }

    pre {
      padding: 12px;
      overflow: auto;
      line-height: 1.6;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditDetails {
  private readonly row = inject<AuditRowFragment>(DIALOG_DATA);
  protected readonly heading = `${actorWords(this.row)} ${actionWords(this.row.action)}`;
  protected readonly when = formatExact(this.row.at);
  protected readonly details = JSON.stringify(this.row.details ?? {}, null, 2);
  protected readonly facts = factsOf(this.row);
}

function factsOf(row: AuditRowFragment): readonly Fact[] {
  const facts: readonly (readonly [label: string, text: string | null, isCode?: boolean])[] = [
    ['Action', row.action, true],
    ['What', row.targetLabel],
    ['Its id', row.targetId, true],
    ['Let in by', viaWords(row.via)],
    ['API token', row.apiTokenId, true],
    ['Address', row.address],
    ['Program', row.userAgent],
    ['Request', row.requestId, true],
  ];
  return facts.flatMap(([label, text, isCode = false]) => (text === null ? [] : [{ label, text, isCode }]));
}
