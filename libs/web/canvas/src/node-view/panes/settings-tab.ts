import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, signal } from '@angular/core';
import type { NodeSettings } from '@millrace/workflow-model';
import { Field, Input, type Option, Segmented, Select, Toggle } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import { type DurationUnit, millisecondWords } from '../model/duration-text';
import { readCodes, retryChoice, type RetryChoice } from '../model/retry-on';
import { retryWords } from '../model/retry-words';
import { ForEachSettings } from './for-each-settings';
import { MillisecondsInput } from './milliseconds-input';

type OnError = NodeSettings['onError'];
type Retry = NonNullable<NodeSettings['retry']>;

const RETRY: Retry = { maxAttempts: 3, backoff: 'exponential', baseMs: 1_000, maxMs: 60_000 };

/** What holds for every node: whether it runs, what happens when it fails, how long it may take, and notes. */
@Component({
  selector: 'mr-settings-tab',
  imports: [Field, ForEachSettings, Input, MillisecondsInput, Segmented, Select, Toggle],
  templateUrl: './settings-tab.html',
  styleUrl: './settings-tab.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsTab {
  readonly form = input.required<NodeForm>();
  protected readonly onErrors: readonly Option<OnError>[] = [
    { value: 'stop', label: 'Stop the run', description: 'The run fails.' },
    { value: 'continue', label: 'Continue', description: 'The run goes on; the output holds the error.' },
    { value: 'error-port', label: 'Use the error port', description: 'The run goes on from an output of its own.' },
  ];
  protected readonly backoffs: readonly Option<Retry['backoff']>[] = [
    { value: 'exponential', label: 'Doubles each time', description: 'Kind to services that are overloaded.' },
    { value: 'fixed', label: 'Stays the same' },
  ];
  protected readonly choices: readonly Option<RetryChoice>[] = [
    { value: 'passing', label: 'Those that pass', description: 'Networks, overload, time limits.' },
    { value: 'all', label: 'Every failure', description: 'Errors in code and refusals, too.' },
    { value: 'some', label: 'Only these…', description: 'By code or HTTP status.' },
  ];
  protected readonly joins: readonly Option<'all' | 'any'>[] = [
    { value: 'all', label: 'All have arrived', description: 'Waits until every path before it is over.' },
    { value: 'any', label: 'The first arrives', description: 'Starts as soon as one path reaches it.' },
  ];
  protected readonly units: readonly DurationUnit[] = ['seconds', 'minutes', 'hours'];
  protected readonly node = computed(() => this.form().node());
  protected readonly settings = computed((): NodeSettings => this.node()?.settings ?? { onError: 'stop' });
  protected readonly retry = computed(() => this.settings().retry);
  protected readonly retries = computed(() => (this.retry()?.maxAttempts ?? 1) > 1);
  protected readonly retrySentence = computed(() => retryWords(this.retry() ?? RETRY));
  protected readonly choice = linkedSignal<RetryChoice>(() => retryChoice(this.retry() ?? RETRY));
  protected readonly codes = computed(() => (this.retry()?.on ?? []).filter((code) => code !== '*').join(', '));
  protected readonly choiceHelp = computed(
    () => this.choices.find(({ value }) => value === this.choice())?.description ?? '',
  );
  protected readonly wrongCodes = signal('');
  protected readonly onErrorHelp = computed(
    () => this.onErrors.find(({ value }) => value === this.settings().onError)?.description ?? '',
  );
  protected readonly isTrigger = computed(() => this.form().definition()?.traits.trigger === true);
  /** Loops go through lists themselves. */
  protected readonly canRepeat = computed(() => this.form().definition()?.traits.container !== true);
  protected readonly joinsSeveral = computed(
    () => this.form().session.index().incoming(this.form().nodeId()).length > 1 || this.settings().join !== undefined,
  );
  protected readonly defaultJoin = computed(() => this.form().definition()?.traits.joins ?? 'all');
  protected readonly timeoutHint = computed(() => {
    const own = this.form().definition()?.timeoutMs;
    return own === undefined ? 'No limit of its own.' : `${millisecondWords(own)} when empty.`;
  });

  protected change(change: Partial<NodeSettings>): void {
    const settings = { ...this.settings(), ...change };
    if (settings.timeoutMs === undefined) delete settings.timeoutMs;
    if (settings.retry === undefined) delete settings.retry;
    if (settings.alwaysOutput === undefined) delete settings.alwaysOutput;
    const nodeId = this.form().nodeId();
    this.form().session.apply(
      { kind: 'setNodeSettings', nodeId, settings },
      { label: 'Change settings', coalesce: `settings:${nodeId}:${Object.keys(change).join()}` },
    );
  }

  protected setRetries(isOn: boolean): void {
    this.change({ retry: isOn ? RETRY : undefined });
  }

  protected changeRetry(change: Partial<Retry>): void {
    const retry = { ...(this.retry() ?? RETRY), ...change };
    if (retry.on === undefined) delete retry.on;
    this.change({ retry });
  }

  /** Which failures are tried again; those that are named are asked for first. */
  protected choose(choice: RetryChoice): void {
    this.choice.set(choice);
    this.wrongCodes.set('');
    if (choice !== 'some') this.changeRetry({ on: choice === 'all' ? ['*'] : undefined });
  }

  protected nameCodes(event: Event): void {
    const { codes, wrong } = readCodes((event.target as HTMLInputElement).value);
    this.wrongCodes.set(wrong.join(', '));
    if (codes.length > 0) this.changeRetry({ on: [...codes] });
  }

  protected setAttempts(event: Event): void {
    const attempts = Math.round(Number((event.target as HTMLInputElement).value));
    if (attempts >= 1 && attempts <= 100) this.changeRetry({ maxAttempts: attempts });
  }

  protected setEnabled(enabled: boolean): void {
    const nodeId = this.form().nodeId();
    const label = enabled ? 'Enable node' : 'Disable node';
    this.form().session.apply({ kind: 'setEnabled', nodeId, enabled }, { label });
  }

  protected describe(event: Event): void {
    const description = (event.target as HTMLTextAreaElement).value;
    const nodeId = this.form().nodeId();
    this.form().session.apply(
      { kind: 'describeNode', nodeId, ...(description !== '' && { description }) },
      { label: 'Edit notes', coalesce: `notes:${nodeId}` },
    );
  }
}
