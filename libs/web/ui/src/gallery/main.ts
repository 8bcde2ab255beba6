import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { UiGallery } from './gallery';

// eslint-disable-next-line no-console -- the page could not start: there is nowhere else to say it
bootstrapApplication(UiGallery, { providers: [provideZonelessChangeDetection()] }).catch((error: unknown) =>
  console.error(error),
);
