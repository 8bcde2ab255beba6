import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { UiGallery } from './gallery';

void bootstrapApplication(UiGallery, { providers: [provideZonelessChangeDetection()] });
