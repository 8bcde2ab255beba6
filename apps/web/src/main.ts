import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// eslint-disable-next-line no-console -- the page could not start: there is nowhere else to say it
bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
