import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { IconButton } from '@millrace/web-ui/base';
import type { EditorSession } from '../session/editor-session';
import { turnCounts, turnSentence } from './turn-words';

/** How far a loop is, and a way to each of its turns: back and forth, to a number, to the first that failed. */
@Component({
  selector: 'mr-turn-stepper',
  imports: [IconButton],
  templateUrl: './turn-stepper.html',
  styleUrl: './turn-stepper.scss',
  host: { role: 'group', '[attr.aria-label]': "'Turns of ' + name()", '[attr.data-testid]': "'turns-' + nodeId()" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TurnStepper {
  readonly session = input.required<EditorSession>();
  readonly nodeId = input.required<string>();
  protected readonly loop = computed(() => this.session().run.node(this.nodeId())()?.loop);
  protected readonly name = computed(() => this.session().node(this.nodeId())?.label ?? '');
  /** Whether the node itself runs once per item: then it can be looked at as a whole. */
  protected readonly isOwn = computed(() => this.session().run.turns.inside(this.nodeId()).length === 0);
  protected readonly turn = computed(() => this.session().run.turnOf(this.nodeId()));
  protected readonly counts = computed(() => {
    const loop = this.loop();
    return loop === undefined ? '' : turnCounts(loop);
  });
  protected readonly sentence = computed(() => {
    const loop = this.loop();
    return loop === undefined ? '' : turnSentence(loop);
  });
  protected readonly done = computed(() =>
    share((this.loop()?.finished ?? 0) - (this.loop()?.failed ?? 0), this.loop()?.count),
  );
  protected readonly failed = computed(() => share(this.loop()?.failed, this.loop()?.count));
  protected readonly last = computed(() => (this.loop()?.begun ?? 0) - 1);

  /** From the first failed turn on the way leads to the next one, at last to the first again. */
  protected readonly nextFailed = computed(() => {
    const [turn, first] = [this.turn(), this.loop()?.firstFailed];
    return turn === undefined || first === undefined || turn < first
      ? undefined
      : this.session().run.nextFailedTurn(this.nodeId());
  });

  protected step(by: number): void {
    const turn = this.turn();
    this.go(turn === undefined ? 0 : turn + by);
  }

  protected go(turn: number | undefined): void {
    if (turn === undefined) return this.session().run.chooseTurn(this.nodeId(), undefined);
    this.session().run.chooseTurn(this.nodeId(), Math.min(Math.max(0, turn), Math.max(0, this.last())));
  }

  protected jump(field: EventTarget | null): void {
    const input = field as HTMLInputElement;
    const number = Math.round(Number(input.value));
    if (number >= 1) this.go(number - 1);
    const turn = this.turn();
    input.value = turn === undefined ? '' : String(turn + 1);
  }
}

function share(part: number | undefined, whole: number | undefined): number {
  return part === undefined || whole === undefined || whole === 0 ? 0 : (part / whole) * 100;
}
