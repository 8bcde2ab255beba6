import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { EditorSession } from '@millrace/web-canvas';
import { Button, Field, IconButton, Input, type Option, Segmented, Select, ValueBinding } from '@millrace/web-ui';
import type { Json, MockedAttempt, NodeMock } from '@millrace/workflow-model';
import { giving, portOf } from './empty-test';
import { JsonField } from './json-field';
import { replaced, without } from './lists';

type Giving = Extract<MockedAttempt, { ports: object }>;
type Failing = Extract<MockedAttempt, { error: object }>;
type Fault = Failing['error']['fault'];

/** How each try of a mocked step ends: with a value, or with a failure. */
@Component({
  selector: 'mr-mock-body',
  imports: [Button, Field, IconButton, Input, JsonField, Segmented, Select, ValueBinding],
  templateUrl: './mock-body.html',
  styleUrl: './section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MockBody {
  readonly mock = input.required<NodeMock>();
  readonly session = input.required<EditorSession>();
  readonly readonly = input(false);
  readonly mockChange = output<NodeMock>();
  readonly flawed = output<string | undefined>();
  protected readonly kinds: readonly Option<'gives' | 'fails'>[] = [
    { value: 'gives', label: 'Gives' },
    { value: 'fails', label: 'Fails' },
  ];
  protected readonly faults: readonly Option<Fault>[] = [
    { value: 'transient', label: 'passes by itself', description: 'It is tried again' },
    { value: 'user', label: 'must be mended', description: 'It is not tried again' },
    { value: 'bug', label: 'is a bug', description: 'It is not tried again' },
  ];
  protected readonly ports = computed((): readonly Option[] => {
    const { session, mock } = { session: this.session(), mock: this.mock() };
    const node = session.node(mock.nodeId);
    const known = node === undefined ? [] : session.catalogue.outputsOf(node).ports;
    return known.map(({ id, label }) => ({ value: id, label: label ?? id }));
  });

  protected isGiving(attempt: MockedAttempt): attempt is Giving {
    return 'ports' in attempt;
  }

  protected entries({ ports }: Giving): readonly (readonly [string, Json])[] {
    return Object.entries(ports);
  }

  protected setKind(place: number, kind: 'gives' | 'fails'): void {
    const port = portOf(this.session(), this.mock().nodeId);
    const failing: Failing = {
      error: { code: 'HTTP_STATUS', fault: 'transient', message: 'The service answered with status 503.' },
    };
    this.#set(place, kind === 'gives' ? giving(port, {}) : failing);
  }

  protected setPort(
    place: number,
    attempt: Giving,
    change: { readonly from: string; readonly to: string | null },
  ): void {
    const { from, to } = change;
    if (to === null || to === from) return;
    const ports = Object.fromEntries(
      Object.entries(attempt.ports).map(([id, value]) => [id === from ? to : id, value]),
    );
    this.#set(place, { ...attempt, ports });
  }

  protected setValue(place: number, attempt: Giving, change: { readonly port: string; readonly value: Json }): void {
    this.#set(place, { ...attempt, ports: { ...attempt.ports, [change.port]: change.value } });
  }

  protected setError(place: number, attempt: Failing, part: Partial<Failing['error']>): void {
    const error = { ...attempt.error, ...part };
    this.flawed.emit(
      /^[A-Z][A-Z0-9_]*$/.test(error.code) ? undefined : 'A code is upper snake case, such as HTTP_STATUS.',
    );
    this.#set(place, { ...attempt, error });
  }

  protected add(): void {
    const { attempts } = this.mock();
    this.#change([...attempts, giving(portOf(this.session(), this.mock().nodeId), {})]);
  }

  protected remove(place: number): void {
    this.#change(without(this.mock().attempts, place));
  }

  #set(place: number, attempt: MockedAttempt): void {
    this.#change(replaced(this.mock().attempts, place, attempt));
  }

  #change(attempts: MockedAttempt[]): void {
    this.mockChange.emit({ ...this.mock(), attempts, source: 'written' });
  }
}
