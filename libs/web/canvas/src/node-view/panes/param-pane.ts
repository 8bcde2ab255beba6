import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { EmptyState, Markdown, Notice, type Tab, TabPanel, Tabs } from '@millrace/web-ui';
import { AccountField } from '../accounts/account-field';
import { slotOf, slotsOf } from '../accounts/account-slots';
import type { NodeForm } from '../form/node-form';
import { ParamFieldsView } from '../form/param-fields-view';
import { RunAddress } from '../forms/run-address';
import { WireUp } from '../form/wire-up';
import { SettingsTab } from './settings-tab';

type ParamTab = 'params' | 'settings' | 'docs';

/** The middle of the node view: parameters, settings, docs. */
@Component({
  selector: 'mr-param-pane',
  imports: [
    AccountField,
    EmptyState,
    Markdown,
    Notice,
    ParamFieldsView,
    RunAddress,
    SettingsTab,
    TabPanel,
    Tabs,
    WireUp,
  ],
  template: `
    <mr-tabs #tabs label="Node" [tabs]="choices()" [(value)]="tab" />
    <div class="scroll" cdkFocusInitial [mrTabPanel]="tabs">
      <div class="column">
        @switch (tab()) {
          @case ('params') {
            @for (problem of general(); track $index) {
              <mr-notice [tone]="problem.severity" [text]="problem.message" />
            }
            @if (definition() === undefined) {
              <mr-notice
                tone="error"
                heading="Nobody knows this node"
                [text]="'There is no node of the type ' + type() + ' here.'"
              />
            } @else {
              @for (slot of slots(); track form().nodeId() + ' ' + slot.id) {
                <mr-account-field [form]="form()" [slot]="slot" />
              }
              @if (definition()!.runAddress; as root) {
                <mr-run-address [form]="form()" [root]="root" />
              }
              @if (form().fields().length > 0) {
                <mr-wire-up [form]="form()" />
                <mr-param-fields [form]="form()" [fields]="form().fields()" />
              } @else if (slots().length === 0) {
                <mr-empty
                  compact
                  icon="sliders-horizontal"
                  heading="Nothing to set"
                  [text]="definition()!.description"
                />
              }
            }
          }
          @case ('settings') {
            <mr-settings-tab [form]="form()" />
          }
          @case ('docs') {
            <mr-markdown [text]="docs()" />
          }
        }
      </div>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-width: 0;
      height: 100%;
      background: var(--surface-1);
    }

    /* As high as the heads of the panes beside it. */
    mr-tabs {
      flex: none;
      height: 44px;
      padding: 0 16px;
    }

    .scroll {
      flex: 1;
      min-height: 0;
      overflow: auto;
      outline: 0;
    }

    .column {
      display: flex;
      flex-direction: column;
      gap: 16px;
      max-width: 640px;
      margin: 0 auto;
      padding: 20px 20px 48px;
      container: params / inline-size;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ParamPane {
  readonly form = input.required<NodeForm>();
  protected readonly tab = signal<ParamTab>('params');
  protected readonly definition = computed(() => this.form().definition());
  protected readonly type = computed(() => this.form().node()?.type ?? '');
  protected readonly docs = computed(() => this.definition()?.docs ?? this.definition()?.description ?? '');
  /** Places for accounts that count just now. */
  protected readonly slots = computed(() => slotsOf(this.form().node(), this.definition()));
  readonly #problems = computed(() => this.form().session.problems.of(this.form().nodeId()));
  /** What is wrong with the node and stands at none of its params. */
  protected readonly general = computed(() => {
    const names = new Set(Object.keys(this.#properties()));
    const slots = new Set(this.slots().map(({ id }) => id));
    return this.#problems().filter(
      ({ path, edgeId }) =>
        edgeId === undefined && !names.has(String(path?.[0] ?? '')) && !slots.has(slotOf(path) ?? ''),
    );
  });
  readonly #properties = computed(
    () => (this.definition()?.paramsSchema['properties'] ?? {}) as Record<string, unknown>,
  );
  protected readonly choices = computed((): readonly Tab<ParamTab>[] => [
    { id: 'params', label: 'Parameters', alert: this.#problems().some(({ severity }) => severity === 'error') },
    { id: 'settings', label: 'Settings' },
    { id: 'docs', label: 'Docs' },
  ]);
}
