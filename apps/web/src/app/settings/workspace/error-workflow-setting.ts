import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { accepted, GraphqlApi, Permissions } from '@millrace/web-api';
import { ErrorWorkflowSetDocument, RunDefaultsDocument } from '@millrace/web-api/graphql';
import { Announcer, Select, Skeleton, type Option } from '@millrace/web-ui';
import { Attempt } from '../attempt';
import { SettingsRow } from '../settings-row';

const NONE = 'none';

/** Which workflow is started when a run fails and its own workflow names none. */
@Component({
  selector: 'mr-error-workflow-setting',
  imports: [Select, SettingsRow, Skeleton],
  template: `
    <mr-settings-row
      label="Error workflow"
      text="Started when a run of a workflow fails that names none itself. It needs an error trigger, and must be live."
    >
      @if (!defaults.hasValue()) {
        <mr-skeleton width="160px" />
      } @else if (mayChange()) {
        <mr-select
          label="Error workflow"
          data-testid="error-workflow"
          [options]="options()"
          [value]="chosen()"
          (valueChange)="choose($event)"
        />
        @if (attempt.problem('set'); as message) {
          <p role="alert">{{ message }}</p>
        }
      } @else {
        {{ nameOfChosen() }}
      }
    </mr-settings-row>
  `,
  styles: `
    mr-select {
      width: 220px;
    }

    p {
      color: var(--failed-text);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErrorWorkflowSetting {
  readonly #api = inject(GraphqlApi);
  readonly #permissions = inject(Permissions);
  readonly #announcer = inject(Announcer);
  protected readonly attempt = new Attempt();
  protected readonly mayChange = computed(() => this.#permissions.has('workspace:manage'));
  protected readonly defaults = resource({ loader: () => this.#api.query(RunDefaultsDocument, {}) });
  protected readonly chosen = computed(() =>
    this.defaults.hasValue() ? (this.defaults.value().runDefaults.errorWorkflowId ?? NONE) : NONE,
  );
  protected readonly options = computed((): readonly Option[] => {
    const workflows = this.defaults.hasValue() ? this.defaults.value().workflows.nodes : [];
    const named = workflows.map(({ id, name, enabled }) => ({
      value: id,
      label: name,
      ...(enabled ? {} : { description: 'Not live' }),
    }));
    return [{ value: NONE, label: 'None' }, ...named];
  });
  protected readonly nameOfChosen = computed(
    () => this.options().find(({ value }) => value === this.chosen())?.label ?? 'None',
  );

  protected async choose(value: string | null): Promise<void> {
    const workflowId = value === null || value === NONE ? null : value;
    await this.attempt.run('set', async () => {
      accepted((await this.#api.mutate(ErrorWorkflowSetDocument, { workflowId })).errorWorkflowSet);
      this.defaults.reload();
      this.#announcer.say('Error workflow saved');
    });
  }
}
