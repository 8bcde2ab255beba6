import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { IconButton, Splitter, type Tab, TabPanel, Tabs } from '@millrace/web-ui/base';
import { DryRunReportView } from '../dry-run/dry-run-report';
import { EditorState, type DockPanel } from '../editor-state';
import { ListenPanel } from './listen-panel';
import { ProblemList } from './problem-list';
import { RunLog } from './run-log';

/** At the bottom: what the run did, and what is wrong with the draft. */
@Component({
  selector: 'mr-editor-dock',
  imports: [DryRunReportView, IconButton, ListenPanel, ProblemList, RunLog, Splitter, TabPanel, Tabs],
  template: `
    @if (state.dock(); as panel) {
      <mr-splitter
        #bar
        axis="horizontal"
        sizes="after"
        name="editor-dock"
        label="Resize the dock"
        [initial]="232"
        [min]="120"
        [max]="560"
      />
      <section [style.height.px]="bar.size()" aria-label="Dock">
        <header>
          <mr-tabs
            #tabs
            size="s"
            label="Dock"
            [value]="panel"
            (valueChange)="state.dock.set($event)"
            [tabs]="entries()"
          />
          <button
            mr-icon-button
            type="button"
            size="s"
            icon="x"
            label="Close the dock"
            (click)="state.dock.set(undefined)"
          ></button>
        </header>
        <div class="content" [mrTabPanel]="tabs">
          @if (panel === 'log') {
            @defer (on immediate) {
              <mr-run-log />
            }
          } @else if (panel === 'listen') {
            @defer (on immediate) {
              <mr-listen-panel />
            }
          } @else if (panel === 'dry-run') {
            @defer (on immediate) {
              <mr-dry-run-report />
            }
          } @else {
            @defer (on immediate) {
              <mr-problem-list />
            }
          }
        </div>
      </section>
    }
  `,
  styles: `
    section {
      display: flex;
      flex-direction: column;
      background: var(--surface-1);
    }

    header {
      display: flex;
      flex: none;
      align-items: center;
      justify-content: space-between;
      height: 36px;
      padding: 0 8px 0 12px;
      border-bottom: 1px solid var(--border-1);
    }

    .content {
      flex: 1;
      min-height: 0;
      overflow: auto;
      outline: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditorDock {
  protected readonly state = inject(EditorState);
  protected readonly entries = computed((): readonly Tab<DockPanel>[] => {
    const { problems, nodes, catalogue } = this.state.session;
    const hasWebhook = nodes().some((node) => catalogue.of(node)?.startsOn === 'webhook');
    return [
      { id: 'log', label: 'Run log' },
      { id: 'problems', label: 'Problems', count: problems.all().length, alert: problems.errors().length > 0 },
      { id: 'dry-run', label: 'Dry run' },
      ...(hasWebhook ? [{ id: 'listen' as const, label: 'Test webhook' }] : []),
    ];
  });
}
