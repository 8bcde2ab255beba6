import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { EditorSession } from '@millrace/web-canvas';
import type { NodeTraits, WorkflowTestSpec } from '@millrace/workflow-model';
import { AnswersSection } from './answers-section';
import { AssertionsSection } from './assertions-section';
import { answerable, emptyTest } from './empty-test';
import { FailuresSection } from './failures-section';
import { MocksSection } from './mocks-section';
import { TestDraft } from './test-draft';

interface Sketch {
  readonly id: string;
  readonly type: string;
  readonly traits?: NodeTraits;
  readonly sample?: unknown;
  readonly enabled?: boolean;
}

const NODES: readonly Sketch[] = [
  { id: 'start', type: 'manual-trigger', traits: { trigger: true }, sample: { order: 1 } },
  { id: 'call', type: 'http-request', traits: { effect: 'write' }, sample: { ok: true } },
  { id: 'gate', type: 'approval-gate', traits: { suspends: true, repeatable: true } },
  { id: 'timer', type: 'timer', traits: { suspends: true, repeatable: true } },
  { id: 'child', type: 'run-workflow', traits: { suspends: true, effect: 'write' } },
  { id: 'form', type: 'form', traits: { suspends: true, repeatable: true }, enabled: false },
  { id: 'out', type: 'output', traits: { pure: true } },
];

/** A workflow in the editor, with only what the sections ask of it. */
function sessionOf(sketches: readonly Sketch[] = NODES): EditorSession {
  const nodes = sketches.map(({ id, type, enabled = true }) => ({
    id,
    type,
    label: id.toUpperCase(),
    enabled,
    config: {},
  }));
  const sketchOf = (id: string): Sketch | undefined => sketches.find((one) => one.id === id);
  return {
    nodes: () => nodes,
    node: (id: string) => nodes.find((one) => one.id === id),
    index: () => ({ order: nodes.map(({ id }) => id) }),
    catalogue: {
      of: ({ id }: { id: string }) => {
        const { type, traits = {} } = sketchOf(id) as Sketch;
        return { type, traits, outputs: [{ id: 'main' }], icon: null };
      },
      isTrigger: ({ id }: { id: string }) => sketchOf(id)?.traits?.trigger === true,
      outputsOf: () => ({ ports: [{ id: 'main' }] }),
    },
    params: { output: (id: string) => ({ sample: sketchOf(id)?.sample, source: 'schema' }) },
    pins: { values: () => ({}) },
  } as unknown as EditorSession;
}

const SPEC: WorkflowTestSpec = { trigger: {}, mocks: [], missing: 'fail', answers: [], failures: [], assertions: [] };

function draftOf(spec: Partial<WorkflowTestSpec> = {}): TestDraft {
  const draft = new TestDraft(sessionOf());
  draft.open({ id: 't', revision: 1, spec: { ...SPEC, ...spec } });
  return draft;
}

/** A section as it is drawn. */
class Drawn<T> {
  constructor(readonly fixture: ComponentFixture<T>) {}

  get page(): HTMLElement {
    this.fixture.detectChanges();
    return this.fixture.nativeElement as HTMLElement;
  }

  get words(): string {
    return (this.page.textContent ?? '').replaceAll(/\s+/g, ' ');
  }

  press(label: string): void {
    const buttons = [...this.page.querySelectorAll('button')];
    const found = buttons.find((one) => one.getAttribute('aria-label') === label || one.textContent?.trim() === label);
    if (!found) throw new Error(`There is no button ${label}: ${buttons.map((one) => one.outerHTML).join('\n')}`);
    found.click();
    this.fixture.detectChanges();
  }

  /** Chooses in the menu of the section. */
  add(label: string): void {
    const { addMenu } = this.fixture.componentInstance as unknown as {
      addMenu: () => readonly { label: string; run: () => void }[];
    };
    addMenu()
      .find((entry) => entry.label === label)!
      .run();
    this.fixture.detectChanges();
  }

  get choices(): string[] {
    const { addMenu } = this.fixture.componentInstance as unknown as { addMenu: () => readonly { label: string }[] };
    return addMenu().map(({ label }) => label);
  }

  write(label: string, text: string): void {
    const field = this.page.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
    if (!field) throw new Error(`There is no field ${label}`);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    this.fixture.detectChanges();
  }
}

type Section = typeof AnswersSection | typeof AssertionsSection | typeof MocksSection;

function drawn(section: Section, draft: TestDraft, readonly = false): Drawn<unknown> {
  const fixture = TestBed.createComponent(section as typeof AnswersSection);
  fixture.componentRef.setInput('draft', draft);
  fixture.componentRef.setInput('readonly', readonly);
  fixture.detectChanges();
  return new Drawn(fixture);
}

it('a new test begins with what is known: the trigger, what steps with effects give, and that it completes', () => {
  expect(emptyTest(sessionOf())).toMatchObject({
    ...{ triggerNodeId: 'start', trigger: { order: 1 }, missing: 'fail' },
    mocks: [{ nodeId: 'call', attempts: [{ ports: { main: { ok: true } } }], source: 'schema' }],
    assertions: [{ kind: 'status', status: 'completed' }],
  });
});

describe('answers', () => {
  it('are for steps that wait for somebody: not for timers, nor for what is mocked or switched off', () => {
    expect(answerable(sessionOf()).map(({ id }) => id)).toEqual(['gate']);
    expect(drawn(AnswersSection, draftOf()).choices).toEqual(['GATE']);
    const nobody = new TestDraft(sessionOf(NODES.filter(({ id }) => id !== 'gate')));
    expect(drawn(AnswersSection, nobody).words).toContain('No step of this workflow waits for somebody.');
  });

  it('begin with a yes of an approval, come after so many minutes, from whom it is said', () => {
    const draft = draftOf();
    const section = drawn(AnswersSection, draft);
    section.add('GATE');
    expect(draft.spec().answers).toEqual([{ nodeId: 'gate', afterMs: 0, payload: { approved: true } }]);
    section.write('Minutes until GATE is answered', '1.5');
    section.write('Who answers GATE', 'ada@example.com');
    expect(draft.spec().answers).toMatchObject([{ afterMs: 90_000, from: 'ada@example.com' }]);
    section.write('Minutes until GATE is answered', '-3');
    section.write('Who answers GATE', '');
    expect(draft.spec().answers).toEqual([{ nodeId: 'gate', afterMs: 90_000, payload: { approved: true } }]);
  });

  it('that are taken away take along what was wrong with them, and with those that move up', () => {
    const answer = { nodeId: 'gate', afterMs: 0, payload: null };
    const draft = draftOf({ answers: [answer, { ...answer, afterMs: 5 }] });
    const section = drawn(AnswersSection, draft);
    draft.note('answer-1', 'not JSON yet');
    section.press('Remove the answer of GATE');
    expect([draft.spec().answers, draft.flaw()]).toEqual([[{ ...answer, afterMs: 5 }], undefined]);
  });
});

describe('mocks', () => {
  it('that are missing for steps with effects are told, and said with a press', () => {
    const draft = draftOf();
    const section = drawn(MocksSection, draft);
    expect(section.words).toContain('CALL has no entry: the test fails when it gets here');
    section.press('Say what it gives');
    expect(draft.spec().mocks).toMatchObject([{ nodeId: 'call', source: 'schema' }]);
    expect(section.words).not.toContain('CALL has no entry');
  });

  it('that are closed or taken away leave nothing behind that would keep the test from being kept', () => {
    const mock = { nodeId: 'call', attempts: [{ ports: { main: 1 } }], source: 'written' as const };
    const draft = draftOf({ mocks: [mock] });
    const section = drawn(MocksSection, draft);
    draft.note('mock-0', 'not JSON yet');
    section.press('Remove the entry of CALL');
    expect([draft.spec().mocks, draft.flaw()]).toEqual([[], undefined]);
  });
});

describe('failures', () => {
  function failures(...given: WorkflowTestSpec['failures']): Drawn<FailuresSection> {
    const fixture = TestBed.createComponent(FailuresSection);
    fixture.componentRef.setInput('session', sessionOf());
    fixture.componentRef.setInput('failures', given);
    fixture.detectChanges();
    return new Drawn(fixture);
  }
  const all = (section: Drawn<FailuresSection>) => section.fixture.componentInstance.failures();

  it('go into every step but triggers and those that are switched off', () => {
    const section = failures();
    expect(section.choices).toEqual(['CALL', 'GATE', 'TIMER', 'CHILD', 'OUT']);
    section.add('CALL');
    expect(all(section)).toEqual([{ nodeId: 'call', kind: 'rate-limit', times: 1, retryAfterMs: 30_000 }]);
  });

  it('meet so many tries, or every one, and ask for so many seconds', () => {
    const section = failures({ nodeId: 'call', kind: 'rate-limit', times: 1, retryAfterMs: 30_000 });
    section.write('How many tries of CALL meet it', '2');
    section.write('Seconds of Retry-After of CALL', '0.5');
    expect(all(section)).toEqual([{ nodeId: 'call', kind: 'rate-limit', times: 2, retryAfterMs: 500 }]);
    section.write('How many tries of CALL meet it', '');
    section.write('Seconds of Retry-After of CALL', '');
    expect(all(section)).toEqual([{ nodeId: 'call', kind: 'rate-limit' }]);
    section.press('Remove the failure of CALL');
    expect(all(section)).toEqual([]);
  });
});

describe('expectations', () => {
  it('begin with the last step and what can be said of it', () => {
    const draft = draftOf();
    const section = drawn(AssertionsSection, draft);
    expect(section.words).toContain('the test only shows that the run can be made');
    expect(section.choices).toHaveLength(9);
    for (const label of section.choices) section.add(label);
    expect(
      draft
        .spec()
        .assertions.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['branch', 'call', 'expression', 'failed', 'node', 'not-run', 'output', 'ran', 'status']);
  });

  it('can only be looked at by those who may not change them', () => {
    const section = drawn(AssertionsSection, draftOf({ assertions: [{ kind: 'not-run', nodeId: 'call' }] }), true);
    expect(section.page.querySelector('[data-testid="add-assertion"]')).toBeNull();
  });
});
