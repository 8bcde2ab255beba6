import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, type OnInit } from '@angular/core';
import {
  Button,
  formatClock,
  formatDuration,
  IconButton,
  Select,
  Shortcuts,
  Tooltip,
  type Option,
} from '@millrace/web-ui';
import { logLineOf } from '../log/log-lines';
import type { RunView } from '../run-view';
import type { Playback } from './playback';

const SPEEDS: readonly Option[] = [
  { value: '0.5', label: '0.5×' },
  { value: '1', label: '1×' },
  { value: '4', label: '4×' },
  { value: '20', label: '20×' },
];
const GROUP = 'Time slider';
/** Goes over the events of a run: the canvas, the data and the log show it as it was then. */
@Component({
  selector: 'mr-time-slider',
  imports: [Button, IconButton, Select, Tooltip],
  templateUrl: './time-slider.html',
  styleUrl: './time-slider.scss',
  host: {
    role: 'group',
    'aria-label': 'Time slider',
    '[class.back]': '!playback().isAtEnd()',
    'data-testid': 'time-slider',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeSlider implements OnInit {
  readonly view = input.required<RunView>();
  readonly playback = input.required<Playback>();
  protected readonly speeds = SPEEDS;
  protected readonly speed = computed(() => String(this.playback().speed()));
  private readonly labels = computed(
    () =>
      new Map(
        this.view()
          .session.nodes()
          .map(({ id, label }) => [id, label] as const),
      ),
  );
  protected readonly clock = computed(() => {
    const event = this.playback().event();
    if (event === undefined) return '';
    return `${formatClock(event.atMs, 'seconds')}.${String(event.atMs % 1_000).padStart(3, '0')}`;
  });
  /** Since the run began. */
  protected readonly after = computed(() => {
    const [first] = this.view().run.events();
    const event = this.playback().event();
    return first && event ? `+${formatDuration(Math.max(0, event.atMs - first.atMs))}` : '';
  });
  /** What the event says, such as "Fetch: Completed in 12 ms". */
  protected readonly words = computed(() => {
    const event = this.playback().event();
    if (event === undefined) return 'Nothing has happened yet';
    const { text, nodeId } = logLineOf(event);
    return nodeId === undefined ? text : `${this.labels().get(nodeId) ?? nodeId}: ${text}`;
  });
  protected readonly valueText = computed(
    () => `Event ${this.playback().seq()} of ${this.playback().last()}, ${this.clock()}, ${this.words()}`,
  );
  private readonly shortcuts = inject(Shortcuts);
  private readonly destroyed = inject(DestroyRef);

  ngOnInit(): void {
    this.registerShortcuts();
  }

  protected percent(place: number): string {
    return `${(place * 100).toFixed(2)}%`;
  }

  protected slide(event: Event): void {
    this.playback().go((event.target as HTMLInputElement).valueAsNumber);
  }

  protected setSpeed(value: string): void {
    this.playback().speed.set(Number(value));
  }

  private registerShortcuts(): void {
    const shortcut = (id: string, keys: string, label: string, run: () => void) => ({
      ...{ id: `run.${id}`, keys, label, group: GROUP },
      run: () => run(),
    });
    const stop = this.shortcuts.register(
      shortcut('play', 'K', 'Play or pause what happened', () => this.playback().toggle()),
      shortcut('event-before', ',', 'Event before', () => this.playback().step(-1)),
      shortcut('event-after', '.', 'Next event', () => this.playback().step(1)),
      shortcut('moment-before', 'J', 'Failure or wait before', () => this.playback().jump(-1)),
      shortcut('moment-after', 'L', 'Next failure or wait', () => this.playback().jump(1)),
    );
    this.destroyed.onDestroy(() => {
      stop();
      this.playback().pause();
    });
  }
}
