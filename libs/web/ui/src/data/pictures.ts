import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { IconButton } from '../button/icon-button';
import { formatBytes } from '../format/format';
import { type Picture, picturesIn } from './pictures-in';

/** The pictures of a value, to look at and to keep; nothing when it has none. */
@Component({
  selector: 'mr-pictures',
  imports: [IconButton],
  template: `
    @for (picture of pictures(); track $index) {
      <figure>
        <img [src]="sourceOf(picture)" [alt]="picture.fileName" />
        <figcaption>
          <span class="mr-truncate">{{ picture.fileName }}</span>
          <span class="size mr-numbers">{{ sizeOf(picture) }}</span>
          <button
            mr-icon-button
            type="button"
            size="s"
            icon="download"
            [label]="'Download ' + picture.fileName"
            (click)="download(picture)"
          ></button>
        </figcaption>
      </figure>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
      padding: 10px 12px;
      border-bottom: 1px solid var(--border-1);

      &[hidden] {
        display: none;
      }
    }

    figure {
      max-width: 100%;
      overflow: hidden;
      border: 1px solid var(--border-1);
      border-radius: 8px;
      background: var(--surface-1);
    }

    img {
      display: block;
      max-width: 100%;
      max-height: 260px;
      background: repeating-conic-gradient(var(--surface-2) 0 25%, var(--surface-3) 0 50%) 0 0 / 16px 16px;
    }

    figcaption {
      display: flex;
      gap: 6px;
      align-items: center;
      padding: 2px 2px 2px 8px;
      font-size: var(--size-12);
    }

    .size {
      flex: 1;
      color: var(--text-2);
      white-space: nowrap;
    }
  `,
  host: { '[hidden]': 'pictures().length === 0' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Pictures {
  readonly value = input.required<unknown>();
  protected readonly pictures = computed(() => picturesIn(this.value()));

  protected sourceOf({ mimeType, base64 }: Picture): string {
    return `data:${mimeType};base64,${base64}`;
  }

  protected sizeOf({ bytes }: Picture): string {
    return formatBytes(bytes);
  }

  protected download({ mimeType, base64, fileName }: Picture): void {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
