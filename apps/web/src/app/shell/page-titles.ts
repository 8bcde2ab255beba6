import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';

/** "Workflows · Millrace". Pages about one thing put its name first through `name`. */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    this.name(this.buildTitle(state));
  }

  /** Names the page: the workflow that is open, the run that is shown. */
  name(text: string | undefined): void {
    this.title.setTitle(text ? `${text} · Millrace` : 'Millrace');
  }
}
