import { TestBed } from '@angular/core/testing';
import { Pictures } from './pictures';
import { picturesIn } from './pictures-in';

const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const png = { fileName: 'fox.png', mimeType: 'image/png', bytes: 70, base64 };

it('finds pictures wherever they are in a value', () => {
  expect(picturesIn({ images: [png, { ...png, fileName: '' }] })).toEqual([
    { fileName: 'fox.png', mimeType: 'image/png', base64, bytes: 70 },
    { fileName: 'picture-2.png', mimeType: 'image/png', base64, bytes: 70 },
  ]);
});

it('takes nothing for a picture that is none', () => {
  expect(picturesIn({ mimeType: 'image/svg+xml', base64 })).toEqual([]);
  expect(picturesIn({ mimeType: 'text/html', base64 })).toEqual([]);
  expect(picturesIn({ mimeType: 'image/png', base64: '"><script>alert(1)</script>' })).toEqual([]);
  expect(picturesIn('image/png')).toEqual([]);
  expect(picturesIn(null)).toEqual([]);
});

it('shows each with its name, and a way to keep it', async () => {
  const fixture = TestBed.createComponent(Pictures);
  fixture.componentRef.setInput('value', { images: [png] });
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const image = element.querySelector('img');
  expect([image?.alt, image?.src]).toEqual(['fox.png', `data:image/png;base64,${base64}`]);
  expect(element.querySelector('button')?.getAttribute('aria-label')).toBe('Download fox.png');
  fixture.componentRef.setInput('value', { text: 'none' });
  await fixture.whenStable();
  expect(element.hidden).toBe(true);
});
