import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState, Icon } from '@millrace/web-ui';

/** The ways to the first workflow. */
@Component({
  selector: 'mr-first-workflow',
  imports: [EmptyState, Icon, RouterLink],
  template: `
    @if (mayWrite()) {
      <h2>Make your first workflow</h2>
      <p class="text">A workflow starts with a trigger, does its steps one after the other, and survives restarts.</p>
      <div class="ways" [class.four]="canDescribe()">
        <button type="button" class="way" (click)="blank.emit()">
          <span class="tile"><mr-icon name="plus" [size]="20" /></span>
          <strong>Start from scratch</strong>
          <span>Choose a trigger and add steps on the canvas.</span>
        </button>
        @if (canDescribe()) {
          <button type="button" class="way" data-testid="describe-first" (click)="describe.emit()">
            <span class="tile"><mr-icon name="sparkles" [size]="20" /></span>
            <strong>Describe with AI</strong>
            <span>Say what it should do; look at the draft before it is kept.</span>
          </button>
        }
        <a class="way" routerLink="/templates">
          <span class="tile"><mr-icon name="layout-template" [size]="20" /></span>
          <strong>Use a template</strong>
          <span>Workflows to begin with; most run as they are.</span>
        </a>
        <button type="button" class="way" (click)="import.emit()">
          <span class="tile"><mr-icon name="import" [size]="20" /></span>
          <strong>Import a workflow</strong>
          <span>From files of JSON or YAML, or from text that you paste.</span>
        </button>
      </div>
    } @else {
      <mr-empty
        icon="workflow"
        heading="There are no workflows yet"
        text="Your role lets you look, not make one. Ask an editor of this workspace."
      />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      padding: 0 var(--gutter) 80px;
      text-align: center;
    }

    .text {
      max-width: 52ch;
      margin-top: 6px;
      color: var(--text-2);
      text-wrap: balance;
    }

    .ways {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 240px));
      gap: 12px;
      margin-top: 24px;
    }

    .way {
      display: flex;
      flex-direction: column;
      gap: 2px;
      padding: 16px;
      border: 1px solid var(--border-2);
      border-radius: var(--radius-card);
      background: var(--surface-1);
      color: var(--text-2);
      text-align: start;
      text-decoration: none;
      transition:
        border-color var(--fast),
        box-shadow var(--fast);

      &:hover {
        border-color: var(--border-control);
        box-shadow: var(--shadow-raised);
      }
    }

    .tile {
      display: grid;
      place-items: center;
      width: 36px;
      height: 36px;
      margin-bottom: 10px;
      border-radius: 8px;
      background: var(--surface-2);
      color: var(--text-1);
    }

    strong {
      color: var(--text-1);
    }

    .four {
      grid-template-columns: repeat(4, minmax(0, 240px));
    }

    @media (max-width: 1180px) {
      .four {
        grid-template-columns: repeat(2, minmax(0, 280px));
      }
    }

    @media (max-width: 760px) {
      .ways,
      .four {
        grid-template-columns: minmax(0, 320px);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstWorkflow {
  readonly mayWrite = input.required<boolean>();
  /** Whether there is a model that drafts workflows. */
  readonly canDescribe = input(false);
  readonly blank = output<void>();
  readonly describe = output<void>();
  readonly import = output<void>();
}
